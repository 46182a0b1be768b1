package import Explaining
internal import Wire

/// Why a token did not let us in; the PIN was tried once, or not at all (Spec/keys.md 4).
package enum PINFault: Explained, SignerFault, Equatable {
    /// With what the token says of the tries that are left.
    case wrong(PINTries)
    case locked
    case notSet
    /// One try is left, and the PIN would come from a file.
    case lastTry
    /// There is neither a file nor a terminal that it could come from.
    case needed

    package var explanation: Explanation {
        switch self {
        case .wrong(let tries):
            Explanation(
                "pin-wrong", .configuration,
                "le code du jeton est faux, et n’a été essayé qu’une fois ; "
                    + tries.words.french,
                "the PIN of the token is wrong, and was tried only once; " + tries.words.english)
        case .locked:
            Explanation(
                "pin-locked", .configuration,
                "le jeton est bloqué ; son responsable le débloque avec l’outil du fabricant",
                "the token is locked; its officer unlocks it with the maker's tool")
        case .notSet:
            Explanation(
                "pin-not-set", .configuration,
                "le code du jeton n’est pas encore choisi, ou doit être changé ; faites-le avec "
                    + "l’outil du fabricant",
                "the PIN of the token is not set yet, or must be changed; do it with the maker's "
                    + "tool")
        case .lastTry:
            Explanation(
                "pin-last-try", .configuration,
                "il ne reste qu’un essai, qui n’est pas pris dans un fichier ; donnez le code sur "
                    + "un terminal, sans --pin-file",
                "one try is left, which is not taken from a file; give the PIN on a terminal, "
                    + "without --pin-file")
        case .needed:
            Explanation(
                "pin-needed", .configuration,
                "le jeton demande un code : donnez --pin-file ou utilisez un terminal",
                "the token asks for a PIN: give --pin-file or use a terminal")
        }
    }
}

/// What a token says of how often a PIN may still be tried.
package enum PINTries: Equatable, Sendable {
    /// No wrong one was given, or the token does not count for others.
    case unsaid
    /// A wrong one was given since the last right one.
    case fewer
    /// One more wrong one locks it.
    case last
    /// It is locked.
    case none

    /// Refuses a PIN from a file if one try is left: a service that starts again and again would
    /// lock the token (Spec/keys.md 4).
    package func checkUnattended() throws(PINFault) {
        guard self != .last else { throw .lastTry }
    }

    /// The same for a person.
    package var words: Wording {
        switch self {
        case .unsaid:
            Wording(
                "le jeton ne dit pas combien d’essais restent",
                "the token does not say how many tries are left")
        case .fewer:
            Wording("il reste plus d’un essai", "more than one try is left")
        case .last: Wording("il ne reste qu’un essai", "one try is left")
        case .none: Wording("il ne reste aucun essai", "no try is left")
        }
    }
}
