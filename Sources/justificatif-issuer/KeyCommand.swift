internal import ArgumentParser
internal import Console
internal import Explaining
internal import ListFiles
internal import Office
internal import Sodium
internal import Wire

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Makes and shows keys.",
        subcommands: [KeyNew.self, KeyPublic.self, KeyShow.self, KeyOffice.self])
}

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

    func run() throws {
        guard !noPassphrase || !isSealed else {
            throw Failure(
                "passphrase-option", .data, "--passphrase et --no-passphrase s’excluent",
                "--passphrase and --no-passphrase exclude each other")
        }
        let crypto = try SodiumCrypto()
        let pair = try KeyPair(named: out)
        let key = try pair.make(role: role, passphrase: words(), crypto)
        let secretPath = pair.secretPath
        try say(
            "clé secrète : \(secretPath) (à garder ; personne d’autre ne peut la lire)",
            "secret key: \(secretPath) (keep it; nobody else can read it)")
        try say("clé publique", "public key", pair.publicPath)
        try say("kid", "kid", key.identifier(crypto))
        if role == .root, !isSealed, !noPassphrase {
            Terminal.warning(
                lang(
                    "\(secretPath) : n’est sous AUCUNE phrase secrète : quiconque copie ce fichier "
                        + "peut signer pour son détenteur ; refaites-en une avec --passphrase, ou "
                        + "dites --no-passphrase",
                    "\(secretPath): is under NO passphrase: anybody who copies this file can sign "
                        + "for its holder; make another with --passphrase, or say --no-passphrase"),
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
