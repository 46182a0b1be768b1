internal import ArgumentParser

struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Looks after the register of what was issued.",
        subcommands: [
            RegisterNew.self, RegisterShow.self, RegisterStats.self, RegisterPurge.self,
        ])
}
