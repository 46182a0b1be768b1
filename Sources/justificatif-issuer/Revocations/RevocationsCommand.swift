internal import ArgumentParser

struct RevocationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revocations",
        abstract: "Publishes and shows the list of what was cancelled.",
        subcommands: [RevocationsPublish.self, RevocationsShow.self])
}
