/// What can go wrong with keys, in words that hold no part of a secret.
package enum SodiumFault: Error, Equatable, Sendable {
    case unavailable
    case outOfMemory
    /// The file is not a secret key file of this format.
    case notAKeyFile
    /// The key file asks for a passphrase.
    case passphraseNeeded
    /// The passphrase is wrong, or the file was altered.
    case wrongPassphrase
    case emptyPassphrase

    package var message: String {
        switch self {
        case .unavailable: "libsodium found no source of randomness and cannot start"
        case .outOfMemory: "not enough locked memory for a key (see ulimit -l)"
        case .notAKeyFile: "is not a secret key file made by \"key new\""
        case .passphraseNeeded: "is under a passphrase: give --passphrase-file or use a terminal"
        case .wrongPassphrase: "the passphrase is wrong, or the file was altered"
        case .emptyPassphrase: "the passphrase is empty"
        }
    }
}
