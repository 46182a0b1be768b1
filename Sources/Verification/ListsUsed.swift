internal import Lists
package import Proofs

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
