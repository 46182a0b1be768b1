internal import ArgumentParser
internal import Console
internal import Explaining
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
        if let role = KeyFile.role(ofSecret: file) {
            throw Failure(
                "secret-key", .data,
                "\(file) : est la moitié secrète d’une clé « \(role.rawValue) » et reste sur ce "
                    + "poste ; montrez et donnez le .pub créé avec elle",
                "\(file): is the secret half of a key for \"\(role.rawValue)\"; it stays on this "
                    + "machine: show and give away the .pub that was made with it")
        }
        let published = try PublicKeyFile(reading: file, crypto)
        try say("rôle", "role", published.role.rawValue)
        try say("kid", "kid", published.key.identifier(crypto))
        try say("clé", "key", Hexadecimal.encode(published.key.bytes))
    }
}
