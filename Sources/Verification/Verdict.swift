package import Lists
package import Proofs
internal import Wire

/// The answer to one input: always a value, never a thrown error.
package struct Verdict: Sendable {
    package let code: VerdictCode
    /// A stable word for a support desk, such as `key-order@87` or `missing-qf_month-for-qf`.
    package let reason: String?
    /// Why there was nothing to judge; of `unreadable` only.
    package let nothingRead: NothingRead?
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

    /// A verdict `unreadable`, whose reason and advice say why.
    package init(unreadable why: NothingRead, at checkedAt: Instant) {
        self.init(
            code: .unreadable, reason: why.rawValue, nothingRead: why, proof: nil, lists: nil,
            checkedAt: checkedAt)
    }

    init(
        code: VerdictCode, reason: String?, nothingRead: NothingRead? = nil,
        proof: VerifiedProof?, lists: ListsUsed?, checkedAt: Instant
    ) {
        self.code = code
        self.reason = reason
        self.nothingRead = nothingRead
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
    /// The bytes that were verified, signature included; they have one text (Spec/token.md 3.1).
    package let token: [UInt8]
    private let message: SignedMessage
    private let hasher: any Hashing

    /// What a person reads out of it; hashed anew each time, since many proofs are never shown.
    package var reference: Reference { Reference(to: justificatif.identifier, hasher) }

    /// What a revocation list names it by; hashed anew each time, since few days have revocations.
    package var fingerprint: Fingerprint { Fingerprint(of: message, hasher) }

    init(
        _ token: UnverifiedToken, by issuer: Issuer, _ hasher: any Hashing
    ) {
        justificatif = token.reading.justificatif
        self.issuer = issuer
        message = token.message
        self.token = token.bytes
        self.hasher = hasher
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
        let agingTrust = now >= trust.warnAfter ? trust.issued : nil
        let agingList = revocations.flatMap { now >= $0.warnAfter ? $0.issued : nil }
        issuedToShow =
            switch (agingTrust, agingList) {
            case (let trust?, let list?): min(trust, list)
            case (let one?, nil), (nil, let one?): one
            case (nil, nil): revocations?.issued ?? trust.issued
            }
        clockFloor = ClockFloor.instant(trust: trust, list: revocations, observed: observed)
    }

    /// The issue instant of the older of the lists.
    package var oldest: Instant { min(trustIssued, revocationIssued ?? trustIssued) }
}
