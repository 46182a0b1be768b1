internal import ArgumentParser

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Makes and shows keys.",
        subcommands: [KeyNew.self, KeyShow.self])
}
