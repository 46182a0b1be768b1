package import Proofs

/// How long an issuer keeps what it issued (Spec/register.md 2).
package enum Retention {
    /// How far the clock of the machine is believed beyond the newest trace in the register.
    package static let trustedDays = 7
    /// Days after a publication until verifiers refuse its list, and until which the clock of a
    /// register that publishes is not doubted.
    package static let pauseDays = 45
    /// More than three months have.
    private static let mostDays = 93

    /// Whether every justificatif issued on `day` has expired at `instant`, whatever its own
    /// last day, so that nobody can use it and nothing of it is kept.
    package static func isOver(_ day: Day, at instant: Instant) -> Bool {
        isOver(expiring: Justificatif.latestExpiry(issued: day), at: instant)
    }

    /// Whether a justificatif has expired for every verifier; `expires` is its first day of not
    /// being good.
    package static func isOver(expiring expires: Day, at instant: Instant) -> Bool {
        instant >= Justificatif.refusedFrom(expiring: expires)
    }

    /// The first day of issue that is not over.
    package static func firstDay(at instant: Instant) -> Day {
        var day = instant.day.adding(days: -mostDays)
        while isOver(day, at: instant) { day = day.adding(days: 1) }
        return Day(number: max(1, day.number))
    }

    /// Until when rows may be judged over: the clock, but no later than the newest row or
    /// publication and `trustedDays`, so that a clock that runs ahead deletes nothing.
    static func horizon(clock: Instant, newest: Instant) -> Instant {
        min(clock, newest.adding(hours: Int64(trustedDays) * 24))
    }
}

extension ProofRegister {
    /// What a purge did.
    package struct Purge: Equatable, Sendable {
        /// The instant that rows were judged by.
        package let horizon: Instant
        package let removed: Int
        /// Whether the clock is further ahead than the register's newest trace allows.
        package let isHeldBack: Bool
    }

    /// Removes every row whose three months are over (Spec/register.md 2).
    ///
    /// `clock` is the machine's clock and nothing else. It is believed up to seven days after
    /// the newest row or publication; nil when there is neither.
    package func purge(clock: Instant) throws(RegisterFault) -> Purge? {
        guard let newest = try newestTrace() else { return nil }
        let horizon = Retention.horizon(clock: clock, newest: newest)
        let kept = Retention.firstDay(at: horizon)
        var removed = 0
        // A day at a time, so that nobody waits long for a turn to write.
        while let day = try oldestDay(), day < kept {
            removed += try write(.alone) { try $0.remove(day) }
        }
        if removed > 0 { try forgetRemoved() }
        return Purge(horizon: horizon, removed: removed, isHeldBack: horizon < clock)
    }

    /// Doubts a clock that is far beyond the last publication: what would be issued or published
    /// by it would close days to come, and be a trace for `purge` to go by.
    ///
    /// Not to be asked for an instant that a person gave. Throws `clockFarAhead`.
    package func checkClock(_ clock: Instant) throws(RegisterFault) {
        guard let last = try lastPublication()?.issued,
            clock > last.adding(hours: Int64(Retention.pauseDays) * 24)
        else { return }
        throw .clockFarAhead(clock, publication: last)
    }

    private func oldestDay() throws(RegisterFault) -> Day? {
        try read { try $0.days()?.oldest }
    }

    private func newestTrace() throws(RegisterFault) -> Instant? {
        try read { tables in
            [try tables.days()?.newest.start, try tables.publication()?.issued]
                .compactMap { $0 }.max()
        }
    }

    private func forgetRemoved() throws(RegisterFault) {
        do { try store.forgetRemoved() } catch { throw RegisterFault(error, path) }
    }
}
