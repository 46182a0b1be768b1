internal import ArgumentParser
internal import Confinement
internal import Console
internal import Explaining

/// Judges whatever is dropped into a folder.
@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatifd",
        abstract: "Judges every scan dropped into a folder; opens no network connection.",
        discussion: """
            Drop pictures, PDF, TIFF or text files into SPOOL/in, by renaming them in or by \
            writing them there; collect one JSON file a scan from SPOOL/verdicts.
            """,
        version: ProductVersion.text,
        subcommands: [Run.self, Status.self, Check.self])

    static func main() {
        do throws(ConfinementFault) {
            // First of all: a thread that were there already would stay free.
            try Confinement.enterDaemon()
        } catch {
            ProgramRunner.end(error.explanation, .french)
        }
        ProgramRunner.main(Program.self)
    }
}
