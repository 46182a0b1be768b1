internal import ArgumentParser
internal import Console
internal import Sodium

struct Secret: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the secret under which the portal seals what it keeps of persons.",
        discussion: """
            The settings name it as "space_secret_file" (Spec/space.md 2). A secret that exists is \
            never overwritten: without it nothing that was kept can be opened again. Do not keep \
            it in the backups of the space.
            """)

    @Option(help: ArgumentHelp("File to write, which only you can read.", valueName: "file"))
    var out: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        try KeyedSecret(.space, SodiumCrypto()).write(to: out)
        try say("secret de l’espace", "space secret", out)
    }
}
