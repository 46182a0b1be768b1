package import Lists
package import Proofs

/// The answer to one input: always a value, never a thrown error.
package struct Verdict: Sendable {
    package let code: VerdictCode
    /// A stable word for a support desk, such as `key-order@87` or `missing-qf_month-for-qf`.
    package let reason: String?
    /// What may be shown; present only after a good signature, and not for every code then.
    package let proof: VerifiedProof?
    /// The lists that were used; nil when the input was refused before any list was needed.
    package let lists: ListsUsed?
    /// The instant it was judged for.
    package let checkedAt: Instant

    /// A verdict on something in which no justificatif was found or judged.
    package init(unjudged code: VerdictCode, reason: String? = nil, at checkedAt: Instant) {
        self.init(code: code, reason: reason, proof: nil, lists: nil, checkedAt: checkedAt)
    }

    init(
        code: VerdictCode, reason: String?, proof: VerifiedProof?, lists: ListsUsed?,
        checkedAt: Instant
    ) {
        self.code = code
        self.reason = reason
        self.proof = proof
        self.lists = lists
        self.checkedAt = checkedAt
    }
}

/// A justificatif with a good signature of a listed issuer.
///
/// Only `Verification` can make one.
package struct VerifiedProof: Sendable {
    package let justificatif: Justificatif
    package let issuer: Issuer
    package let reference: Reference
    package let fingerprint: Fingerprint
    /// The bytes that were verified, signature included; they have one text (Spec/token.md 3.1).
    package let token: [UInt8]

    init(
        justificatif: Justificatif, issuer: Issuer, reference: Reference, fingerprint: Fingerprint,
        token: [UInt8]
    ) {
        self.justificatif = justificatif
        self.issuer = issuer
        self.reference = reference
        self.fingerprint = fingerprint
        self.token = token
    }
}
