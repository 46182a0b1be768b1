package import Explaining

/// What can go wrong with keys, in words that hold no part of a secret.
package enum SodiumFault: Explained, Equatable {
    case unavailable
    case outOfMemory
    /// The file is not a secret key file of this format.
    case notAKeyFile
    /// The file is not a secret of this format and purpose.
    case notASecret(KeyedSecret.Purpose)
    /// The key file asks for a passphrase.
    case passphraseNeeded
    /// The passphrase is wrong, or the file was altered.
    case wrongPassphrase
    case emptyPassphrase

    package var explanation: Explanation {
        switch self {
        case .unavailable:
            Explanation(
                "no-randomness", .program,
                "libsodium ne trouve pas de source d’aléa et ne peut pas démarrer",
                "libsodium found no source of randomness and cannot start")
        case .outOfMemory:
            Explanation(
                "no-locked-memory", .program,
                "pas assez de mémoire verrouillée pour une clé (voir ulimit -l)",
                "not enough locked memory for a key (see ulimit -l)")
        case .notAKeyFile:
            Explanation(
                "not-a-key-file", .configuration,
                "n’est pas un fichier de clé secrète créé par « key new »",
                "is not a secret key file made by \"key new\"")
        case .notASecret(.office):
            Explanation(
                "not-an-office-secret", .configuration,
                "n’est pas un secret de bureau créé par « key office »",
                "is not an office secret made by \"key office\"")
        case .notASecret(.space):
            Explanation(
                "not-a-space-secret", .configuration,
                "n’est pas le secret d’un espace de portail",
                "is not the secret of a space of a portal")
        case .passphraseNeeded:
            Explanation(
                "passphrase-needed", .configuration,
                "est sous phrase secrète : donnez --passphrase-file ou utilisez un terminal",
                "is under a passphrase: give --passphrase-file or use a terminal")
        case .wrongPassphrase:
            Explanation(
                "wrong-passphrase", .configuration,
                "la phrase secrète est fausse, ou le fichier a été modifié",
                "the passphrase is wrong, or the file was altered")
        case .emptyPassphrase:
            Explanation(
                "empty-passphrase", .configuration,
                "la phrase secrète ou le code est vide", "the passphrase or the PIN is empty")
        }
    }
}
