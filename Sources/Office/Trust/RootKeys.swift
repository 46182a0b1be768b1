package import Explaining
package import Lists
package import Wire

/// Roots put together from public key files.
package enum RootKeys {
    /// Roots of these keys; `threshold` may be left out with one key.
    ///
    /// Throws `ListsFault` or `FileFault` for a file that is no public key, `OfficeKeyFault` for a
    /// key of another role, and `RootsRefusal` for a threshold that cannot be met.
    package static func roots(
        version: UInt64, threshold: Int?, _ paths: [String],
        _ crypto: some SignatureChecking & Hashing
    ) throws -> Roots {
        let keys = try paths.map { try OfficeKey.published($0, .root, crypto) }
        guard let needed = threshold ?? (keys.count == 1 ? 1 : nil) else {
            throw RootsRefusal.thresholdMissing(keys: keys.count)
        }
        guard let roots = Roots(version: version, threshold: needed, keys: keys) else {
            throw RootsRefusal.threshold(needed, keys: keys.count)
        }
        return roots
    }
}

/// Why keys make no roots, or roots are not replaced; nothing was written.
package enum RootsRefusal: Explained, Equatable {
    case thresholdMissing(keys: Int)
    case threshold(Int, keys: Int)
    /// The roots before a document, of this version, are not at hand.
    case predecessorUnknown(version: UInt64)
    /// A signer that belongs to neither the old roots nor the new.
    case foreignSigner
    /// No new keys, and no signature to be added either.
    case noKeys
    /// A signature is to be added, and there is no chain, or there are new keys as well.
    case nothingToSign
    /// A file is no chain of root documents.
    case chain(String, RootChainRefusal)

    package var explanation: Explanation {
        switch self {
        case .thresholdMissing(let keys):
            Explanation(
                "threshold-missing", .data,
                "--threshold : dites combien des \(keys) clés doivent signer",
                "--threshold: say how many of the \(keys) keys must sign")
        case .threshold(let given, let keys):
            Explanation(
                "threshold", .data,
                "--threshold \(given) : doit être de 1 à \(keys), toutes les clés différentes, au "
                    + "plus \(Limits.rootKeys)",
                "--threshold \(given): must be 1 to \(keys), and each key different, "
                    + "at most \(Limits.rootKeys)")
        case .predecessorUnknown(let version):
            Explanation(
                "roots-unknown", .data,
                "les racines \(version) ne sont ni dans --roots ni dans --chain",
                "roots \(version) are neither in --roots nor in --chain")
        case .foreignSigner:
            Explanation(
                "not-a-root-key", .data,
                "n’est ni l’une des anciennes clés racines ni l’une des nouvelles",
                "is neither one of the old root keys nor of the new")
        case .noKeys:
            Explanation(
                "no-keys", .data,
                "donnez les fichiers .pub des nouvelles clés racines, ou --add-signature",
                "give the .pub files of the new root keys, or --add-signature")
        case .nothingToSign:
            Explanation(
                "add-signature", .data,
                "--add-signature : donnez --chain roots.cose et aucune nouvelle clé",
                "--add-signature: give --chain roots.cose and no new keys")
        case .chain(let path, let refusal): refusal.explanation.about(path)
        }
    }
}
