internal import ArgumentParser
internal import Console
internal import Sodium

struct KeyOffice: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "office",
        abstract: "Makes an office secret, with which \"serve\" finds a person's justificatifs.",
        discussion: """
            Identifiers of justificatifs are computed from it, so that a person who comes back \
            sees theirs although the register names nobody (Spec/signing.md 4). It signs nothing. \
            A secret that exists is never overwritten: another one no longer finds what was \
            issued before.
            """)

    @Option(help: ArgumentHelp("File to write, which only you can read.", valueName: "file"))
    var out: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        try KeyedSecret(.office, SodiumCrypto()).write(to: out)
        try say("secret de bureau", "office secret", out)
    }
}
