internal import ArgumentParser

struct Lists: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The lists that say who may sign what, and what was revoked.",
        subcommands: [ListsInit.self, ListsInstall.self, ListsStatus.self, ListsClock.self])
}
