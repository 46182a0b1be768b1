internal import ArgumentParser
internal import Console
internal import ListFiles
internal import Sodium
internal import Wire

struct KeyShow: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a public key, its role and its kid.")

    @Argument(help: ArgumentHelp("NAME.pub.", valueName: "file"))
    var file: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let published = try PublicKeyFile(reading: file, crypto)
        try say("rôle", "role", published.role.rawValue)
        try say("kid", "kid", published.key.identifier(crypto))
        try say("clé", "key", Hexadecimal.encode(published.key.bytes))
    }
}
