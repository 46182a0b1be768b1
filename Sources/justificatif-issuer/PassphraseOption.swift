internal import ArgumentParser
internal import Console
internal import Explaining
internal import Office
internal import Sodium
internal import Wire

extension KeyRole: ExpressibleByArgument {}

/// A secret key file and where its passphrase comes from.
struct PassphraseOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "File whose first line is the passphrase, or -, instead of asking on the terminal.",
            valueName: "file"))
    var passphraseFile: String?

    /// Opens a secret key file and refuses one of another role.
    func open(
        _ path: String, role: KeyRole, _ crypto: SodiumCrypto, _ language: Language
    ) throws -> SecretKey {
        try OfficeKey.secret(
            path, role, passphrase: { try passphrase(for: path, language) }, crypto)
    }

    private func passphrase(for path: String, _ language: Language) throws -> SecretBytes {
        if let passphraseFile { return try Passphrase.read(fromFile: passphraseFile) }
        guard
            let typed = try Passphrase.ask(
                language("Phrase secrète de \(path) : ", "Passphrase of \(path): "))
        else {
            throw SodiumFault.passphraseNeeded
        }
        return typed
    }
}
