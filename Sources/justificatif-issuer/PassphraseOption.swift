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
            "File whose first line is the passphrase, instead of asking on the terminal.",
            valueName: "file"))
    var passphraseFile: String?

    /// Opens a secret key and refuses one of another role.
    func open(_ path: String, role: KeyRole, _ crypto: SodiumCrypto) throws -> SecretKey {
        let key: SecretKey
        do {
            key = try KeyFile.read(path, crypto) { try passphrase(for: path) }
        } catch let fault as SodiumFault {
            throw Failure(fault.explanation.about(path))
        }
        guard key.role == role else {
            throw Failure(
                .configuration,
                "\(path): is a key for \"\(key.role.rawValue)\" and not for \"\(role.rawValue)\"")
        }
        return key
    }

    private func passphrase(for path: String) throws -> SecretBytes {
        if let passphraseFile { return try Passphrase.read(fromFile: passphraseFile) }
        guard let typed = try Passphrase.ask("Passphrase of \(path): ") else {
            throw SodiumFault.passphraseNeeded
        }
        return typed
    }
}
