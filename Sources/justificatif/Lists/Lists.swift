internal import ArgumentParser

struct Lists: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The lists that say who may sign what.",
        subcommands: [ListsInit.self, ListsInstall.self])
}
