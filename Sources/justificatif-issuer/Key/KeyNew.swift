internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Sodium
internal import Wire

struct KeyNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a key: NAME.key, which only you can read, and NAME.pub to give away.",
        discussion: """
            With --passphrase the secret key is sealed under a passphrase typed twice, with \
            --passphrase-file under the first line of a file. A key that exists is never \
            overwritten.
            """)

    @Option(help: ArgumentHelp("issuer, revocations or root.", valueName: "role"))
    var role: KeyRole

    @Option(help: ArgumentHelp("Path without its ending.", valueName: "name"))
    var out: String

    @Flag(help: "Ask for a passphrase on the terminal.")
    var passphrase = false

    @OptionGroup var passphraseOption: PassphraseOption

    func run() throws {
        let crypto = try SodiumCrypto()
        let (secretPath, publicPath) = ("\(out).key", "\(out).pub")
        for path in [secretPath, publicPath] where Folders.exists(path) {
            throw FileFault(
                .exists, path, "existe déjà ; une clé n’est jamais remplacée",
                "exists already; a key is never overwritten")
        }
        let key = try SecretKey(role: role, crypto)
        try KeyFile.write(key, to: secretPath, passphrase: words(), crypto)
        let published = PublicKeyFile(role: role, key: key.publicKey)
        try FileWriting.write(
            Array(published.text(crypto).utf8), to: publicPath, existing: .refuse)
        try Terminal.out("secret key: \(secretPath) (keep it; nobody else can read it)")
        try Terminal.out("public key: \(publicPath)")
        try Terminal.out("kid: \(key.publicKey.identifier(crypto))")
    }

    private func words() throws -> SecretBytes? {
        if let file = passphraseOption.passphraseFile {
            return try Passphrase.read(fromFile: file)
        }
        guard passphrase else { return nil }
        guard let first = try Passphrase.ask("Passphrase: "),
            let second = try Passphrase.ask("The same once more: ")
        else {
            throw Failure(.refused, "--passphrase needs a terminal; use --passphrase-file")
        }
        guard Passphrase.areSame(first, second) else {
            throw Failure(.refused, "the two passphrases differ; nothing was written")
        }
        return first
    }
}
