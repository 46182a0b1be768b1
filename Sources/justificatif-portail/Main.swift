internal import ArgumentParser
internal import Console

/// The portal: a person logs in, chooses, sees, agrees, and takes a justificatif away.
@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatif-portail",
        abstract: "Lets persons have a justificatif made, with FranceConnect.",
        discussion: "Spec/portal.md says what it does, what it keeps and for how long.",
        version: ProductVersion.text,
        subcommands: [
            Run.self, CheckConfig.self, Secret.self, Purge.self, Erase.self,
        ])

    static func main() { ProgramRunner.main(Program.self) }
}
