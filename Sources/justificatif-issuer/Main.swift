internal import ArgumentParser
internal import Console

/// What an issuing body installs.
@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatif-issuer",
        abstract: "Makes keys, justificatifs and the lists that verifiers rely on.",
        discussion: """
              justificatif-issuer key new --role issuer --out caf
              justificatif-issuer issue --key caf.key --register caf.db \
            --claims claims.json --lists listes --page proof.pdf --page proof.html

            Exit status: 0 done, 64 refused (arguments, claims, answer or identity), 70 internal \
            error, 74 input/output, 78 configuration (keys, lists).
            """,
        version: ProductVersion.text,
        subcommands: [
            Setup.self, Check.self, KeyCommand.self, Issue.self, Serve.self, Revoke.self,
            RegisterCommand.self,
            RootCommand.self, TrustCommand.self, RevocationsCommand.self,
        ])

    static func main() {
        ProgramRunner.main(Program.self)
    }
}

struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Prepares, signs and shows the list of issuers.",
        subcommands: [TrustDraftCommand.self, TrustSign.self, TrustShow.self])
}

struct RevocationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revocations",
        abstract: "Publishes and shows the list of what was cancelled.",
        subcommands: [RevocationsPublish.self, RevocationsShow.self])
}
