internal import ArgumentParser

struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Signs and shows the list of issuers.",
        subcommands: [TrustSign.self, TrustShow.self])
}
