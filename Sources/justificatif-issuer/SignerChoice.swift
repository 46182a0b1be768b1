internal import ArgumentParser
internal import Console
internal import Explaining
internal import Office
internal import Signers
internal import Sodium
internal import Wire

/// Who signs: a key file, or a signer outside of this program (Spec/keys.md 1).
struct SignerChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Secret key file of the role that this command signs with.", valueName: "name.key"))
    var key: String?

    @OptionGroup var passphrase: PassphraseOption

    @Option(
        help: ArgumentHelp(
            "Instead of --key, a program or a key in a PKCS#11 token: program:/path, "
                + "\"pkcs11:token=...;object=...\".", valueName: "signer"))
    var signer: String?

    @Option(
        name: .customLong("public"),
        help: ArgumentHelp("The public key that --signer signs for.", valueName: "name.pub"))
    var publicKey: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Argument of the program; may be repeated. Every user can read it.",
            valueName: "word"))
    var signerArgument: [String] = []

    @Option(help: ArgumentHelp("Seconds that the program may take.", valueName: "n"))
    var signerSeconds = SignerProgram.usualSeconds

    @Option(
        help: ArgumentHelp(
            "File whose first line is the PIN of the token, or -, instead of asking on the "
                + "terminal.", valueName: "file"))
    var pinFile: String?

    /// What a person calls the key: its file, or the public half of it.
    var place: String { key ?? publicKey ?? "" }

    /// Refuses a command that does not say who signs, or says it twice.
    func check() throws(Failure) {
        guard (key != nil) != (signer != nil) else {
            throw Failure(
                "key-option", .data, "--key ou --signer : dites qui signe, par l’un des deux",
                "--key or --signer: say who signs, by one of the two")
        }
        guard (signer != nil) == (publicKey != nil) else {
            throw Failure(
                "signer-option", .data, "--signer et --public vont ensemble",
                "--signer and --public go together")
        }
        guard signer != nil || signerArgument.isEmpty && pinFile == nil else {
            throw Failure(
                "signer-option", .data, "--signer-argument et --pin-file vont avec --signer",
                "--signer-argument and --pin-file go with --signer")
        }
        try Failure.check("--signer-seconds", signerSeconds, SignerProgram.secondsRange)
    }

    /// The signer, whose key must have the role.
    func open(
        role: KeyRole, _ crypto: SodiumCrypto, _ language: Language
    ) throws -> Signer {
        guard let signer, let publicKey else {
            return Signer(try passphrase.open(place, role: role, crypto, language), crypto)
        }
        let published = try OfficeKey.published(publicKey, role, crypto)
        switch try SignerName(option: signer) {
        case .program(let path):
            return Signer(
                SignerProgram(path, signerArgument, seconds: signerSeconds), for: published,
                crypto)
        case .device(let name):
            let key = try DeviceKey(name, pinned: published, crypto) { tries in
                try pin(tries, language)
            }
            return Signer(key, crypto)
        }
    }

    private func pin(_ tries: PINTries, _ language: Language) throws -> SecretBytes {
        if let pinFile {
            try tries.checkUnattended()
            return try Passphrase.read(fromFile: pinFile)
        }
        let words = tries == .unsaid ? "" : " (\(tries.words(language)))"
        guard
            let typed = try Passphrase.ask(
                language("Code du jeton\(words) : ", "PIN of the token\(words): "))
        else { throw PINFault.needed }
        return typed
    }
}

extension SignerName {
    /// Reads the value of `--signer`.
    init(option text: String) throws {
        do throws(SignerNameFault) { try self.init(parsing: text) } catch {
            throw Failure(error.explanation.about("--signer"))
        }
    }
}
