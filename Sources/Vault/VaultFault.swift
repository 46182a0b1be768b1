package import Explaining

/// Why the vault did not take something.
package enum VaultFault: Explained, Equatable {
    case full
    case noLockedMemory(errno: Int32)

    package var explanation: Explanation {
        switch self {
        case .full:
            Explanation(
                "vault-full", .program, "trop de personnes à la fois ; réessayez plus tard",
                "too many persons at once; try again later")
        case .noLockedMemory(let number):
            Explanation(
                "no-locked-memory", .program,
                "pas de mémoire verrouillée ; relevez LimitMEMLOCK (erreur n° \(number))",
                "no locked memory; raise LimitMEMLOCK (error \(number))")
        }
    }
}
