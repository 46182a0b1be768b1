internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import ListFiles
internal import Sodium
internal import Wire

struct KeyNew: SpeakingCommand {
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

    @Flag(help: "Make a root key under no passphrase, without a warning.")
    var noPassphrase = false

    @OptionGroup var passphraseOption: PassphraseOption

    @OptionGroup var speech: LanguageOptions

    private var isSealed: Bool { passphrase || passphraseOption.passphraseFile != nil }

    func validate() throws {
        guard !noPassphrase || !isSealed else {
            throw ValidationError("--no-passphrase contradicts --passphrase.")
        }
    }

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
        try say(
            "clé secrète : \(secretPath) (à garder ; personne d’autre ne peut la lire)",
            "secret key: \(secretPath) (keep it; nobody else can read it)")
        try say("clé publique", "public key", publicPath)
        try say("kid", "kid", key.publicKey.identifier(crypto))
        if role == .root, !isSealed, !noPassphrase {
            Terminal.warning(
                lang(
                    "\(secretPath) : n’est sous AUCUNE phrase secrète : quiconque copie ce fichier "
                        + "peut signer pour son détenteur ; refaites-en une avec --passphrase, ou "
                        + "dites --no-passphrase",
                    "\(secretPath): is under NO passphrase: whoever copies this file can sign for "
                        + "its holder; make another with --passphrase, or say --no-passphrase"),
                lang)
        }
    }

    private func words() throws -> SecretBytes? {
        if let file = passphraseOption.passphraseFile {
            return try Passphrase.read(fromFile: file)
        }
        guard passphrase else { return nil }
        guard let first = try Passphrase.ask(lang("Phrase secrète : ", "Passphrase: ")),
            let second = try Passphrase.ask(lang("La même encore : ", "The same once more: "))
        else {
            throw Failure(
                "no-terminal", .data,
                "--passphrase demande un terminal ; donnez --passphrase-file",
                "--passphrase needs a terminal; use --passphrase-file")
        }
        guard Passphrase.areSame(first, second) else {
            throw Failure(
                "passphrases-differ", .data,
                "les deux phrases secrètes diffèrent ; rien n’a été écrit",
                "the two passphrases differ; nothing was written")
        }
        return first
    }
}
