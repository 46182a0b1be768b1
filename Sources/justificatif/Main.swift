internal import ArgumentParser
internal import Console

/// What a counter or a third party installs.
@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatif",
        abstract: "Checks a justificatif without any network.",
        discussion: """
            A justificatif is a signed QR code in which a citizen shows one fact to a public \
            office. Give scans (PNG, JPEG, PDF) or files with the text of the code; - reads \
            standard input.

              justificatif lists init --roots roots.pub --lists listes
              justificatif lists install trust.cose --lists listes
              justificatif verify --lists listes scan.png

            Exit status: 0 authentic, 1 not to be accepted, 3 cannot be concluded, 4 not read, \
            64 wrong usage, 70 internal error, 74 input/output, 78 configuration. Several inputs \
            exit with the worst, in the order 70 78 74 64 1 3 4 0.
            """,
        version: ProductVersion.text,
        subcommands: [
            Setup.self, Check.self, Verify.self, PrintedPage.self, Inspect.self, Lists.self,
            ScannerTest.self, PocketCommand.self, Vectors.self,
        ])

    static func main() {
        ProgramRunner.main(Program.self, everyday: EverydayLine.run(asked:))
    }
}

struct Lists: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The lists that say who may sign what, and what was revoked.",
        subcommands: [ListsInit.self, ListsInstall.self, ListsStatus.self, ListsClock.self])
}

struct Vectors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tries a verifier on the published test vectors.",
        discussion: """
            Vectors/ of a checkout holds one file a scenario; Vectors/README.md says what is \
            in them and how a verifier is asked.
            """,
        subcommands: [VectorsRun.self, VectorsAnswer.self])
}
