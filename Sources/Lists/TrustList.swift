package import Explaining
package import Wire

/// A trust list that enough root keys have signed.
///
/// It cannot be built in any other way.
package struct TrustList: Sendable {
    package let content: TrustListContent
    private let issuers: [KeyIdentifier: Issuer]

    /// Checks the signatures, then the content (Spec/lists.md 3.4).
    ///
    /// Throws `notSignedEnough` with fewer than `roots.threshold` good signatures, `malformed`
    /// for a fault in the bytes, and `rootRole` when a root key has another role in the list.
    package init(
        authenticating bytes: [UInt8], against roots: Roots,
        _ crypto: some SignatureChecking & Hashing
    ) throws(TrustListRefusal) {
        let message = try TrustList.message(bytes)
        let good = message.count(of: roots.keys, .trust, checkedBy: crypto)
        guard good >= roots.threshold else {
            throw .notSignedEnough(good: good, needed: roots.threshold)
        }
        do {
            content = try TrustListContent(reading: message.payload, checkedBy: crypto)
        } catch {
            throw .malformed(error)
        }
        let others = content.issuers.map(\.key) + content.revocationSources.flatMap(\.keys)
        guard Set(roots.keys).isDisjoint(with: others) else { throw .rootRole }
        issuers = Dictionary(
            content.issuers.map { ($0.key.identifier(crypto), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The mark that adopting a list leaves.
    static func mark(
        of content: TrustListContent, in bytes: [UInt8], _ hasher: some Hashing
    ) throws(TrustListRefusal) -> HighWaterMarks.Mark {
        HighWaterMarks.Mark(
            sequence: content.sequence, content: hasher.sha256(try message(bytes).payload))
    }

    private static func message(
        _ bytes: [UInt8]
    ) throws(TrustListRefusal) -> JointlySignedMessage {
        do {
            return try JointlySignedMessage(decoding: bytes, limit: Limits.trustListBytes)
        } catch {
            throw .malformed(error)
        }
    }

    /// The issuer a justificatif names, nil when the list has none of that kid.
    package func issuer(_ kid: KeyIdentifier) -> Issuer? { issuers[kid] }
}

/// Why a trust list was not accepted.
package enum TrustListRefusal: Explained, Equatable {
    case malformed(DecodeError)
    case notSignedEnough(good: Int, needed: Int)
    case rootRole

    package var explanation: Explanation {
        switch self {
        case .malformed(let error):
            Explanation(
                error.code.rawValue, .configuration,
                "la liste de confiance est abîmée, ou n’en est pas une (\(error))",
                "the trust list is damaged or not a trust list (\(error))")
        case .notSignedEnough(let good, let needed):
            Explanation(
                "not-signed-enough", .configuration,
                "la liste de confiance a \(good) bonne(s) signature(s) de racine, il en faut "
                    + "\(needed)",
                "the trust list has \(good) good root signature(s) and needs \(needed)")
        case .rootRole:
            Explanation(
                "root-key-in-another-role", .configuration,
                "la liste de confiance donne un autre rôle à une clé racine ; créez pour lui une "
                    + "clé à part",
                "the trust list gives a root key another role; make a key of its own for it")
        }
    }
}
