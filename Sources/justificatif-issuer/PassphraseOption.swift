internal import ArgumentParser
internal import Console
internal import Explaining
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
        let key: SecretKey
        do {
            key = try KeyFile.read(path, crypto) { try passphrase(for: path, language) }
        } catch let fault as SodiumFault {
            throw Failure(fault.explanation.about(path))
        }
        guard key.role == role else {
            throw Failure.wrongRole(key.role, of: path, wanted: role)
        }
        return key
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

extension Failure {
    /// A key file of another role than the command needs.
    static func wrongRole(_ role: KeyRole, of path: String, wanted: KeyRole) -> Failure {
        Failure(
            "key-role", .configuration,
            "\(path) : est une clé de rôle \(role.rawValue), et non \(wanted.rawValue)",
            "\(path): is a key for \"\(role.rawValue)\" and not for \"\(wanted.rawValue)\"")
    }
}
