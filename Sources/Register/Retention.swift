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
