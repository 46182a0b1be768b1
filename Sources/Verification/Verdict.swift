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

/// Which lists a verdict rests on.
package struct ListsUsed: Equatable, Sendable {
    package let trustSequence: UInt64
    package let trustIssued: Instant
    /// Of the one revocation list that was consulted; nil when none was needed or at hand.
    package let revocationSequence: UInt64?
    package let revocationIssued: Instant?
    /// The issue date to show: of the oldest list past its warn date; if there is none, of the
    /// revocation list, or else of the trust list.
    package let issuedToShow: Instant
    /// The earliest it could be.
    package let clockFloor: Instant

    init(
        trust: TrustListContent, revocations: RevocationListContent?, observed: Instant?,
        at now: Instant
    ) {
        trustSequence = trust.sequence
        trustIssued = trust.issued
        revocationSequence = revocations?.sequence
        revocationIssued = revocations?.issued
        var dates = [(issued: trust.issued, warnAfter: trust.warnAfter)]
        if let revocations { dates.append((revocations.issued, revocations.warnAfter)) }
        let aging = dates.filter { now >= $0.warnAfter }
        issuedToShow = aging.map(\.issued).min() ?? revocations?.issued ?? trust.issued
        clockFloor = ClockFloor.instant(trust: trust, list: revocations, observed: observed)
    }

    /// The issue instant of the older of the lists.
    package var oldest: Instant { min(trustIssued, revocationIssued ?? trustIssued) }
}
