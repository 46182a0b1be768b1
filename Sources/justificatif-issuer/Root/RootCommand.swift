internal import ArgumentParser

struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root", abstract: "Decides whose signatures a trust list needs.",
        subcommands: [RootNew.self, RootRotate.self, RootShow.self])
}
