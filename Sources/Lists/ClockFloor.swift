package import Proofs

/// The earliest it can be (Spec/lists.md 5).
///
/// Signed instants come first. Observed time is kept apart from them, because a clock that once
/// ran ahead must not do lasting harm: it never counts beyond the end of the trust list.
package enum ClockFloor {
    /// What clocks may differ by without being called wrong.
    package static let toleranceHours: Int64 = 2
    /// Observed time is written down again after this many minutes.
    private static let stepMinutes: Int64 = 60

    /// For verifying: `list` is the one revocation list that is consulted, so that a publisher
    /// whose clock is ahead disturbs nobody else's.
    package static func instant(
        trust: TrustListContent, list: RevocationListContent?, observed: Instant?
    ) -> Instant {
        instant(
            signed: max(trust.issued, list?.issued ?? trust.issued), trust: trust,
            observed: observed)
    }

    /// For a machine's own look at its clock: all lists in force count (Spec/lists.md 5, O1).
    static func instant(
        trust: TrustListContent, lists: some Sequence<RevocationListContent>, observed: Instant?
    ) -> Instant {
        instant(
            signed: lists.map(\.issued).reduce(trust.issued, max), trust: trust,
            observed: observed)
    }

    private static func instant(
        signed: Instant, trust: TrustListContent, observed: Instant?
    ) -> Instant {
        guard let observed else { return signed }
        return max(signed, min(observed, trust.refuseAfter))
    }

    /// Whether a clock that says `now` is wrong, since it is certainly later than `floor`.
    package static func isSuspect(_ now: Instant, floor: Instant) -> Bool {
        now < floor.adding(hours: -toleranceHours)
    }

    /// What to write down after the clock has said `now`; nil when there is nothing to change.
    ///
    /// A clock beyond the end of the trust list is not believed at all, and neither is one that
    /// goes back.
    package static func observation(
        at now: Instant, previous: Instant?, trust: TrustListContent
    ) -> Instant? {
        guard now >= trust.issued, now < trust.refuseAfter else { return nil }
        guard let previous else { return now }
        let kept = min(previous, trust.refuseAfter)
        return now >= kept.adding(minutes: stepMinutes) ? now : nil
    }
}
