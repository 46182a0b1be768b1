/// Which of what is kept is kept too long, for one look (Spec/spool.md 5).
///
/// Times are wall milliseconds.
package struct SweepRange: Equatable, Sendable {
    /// Verdicts of arrivals before this one were dealt with; nil when nothing was.
    package let from: ArrivalIdentifier?
    /// What is older is due.
    package let before: Int64
    /// An arrival later than now was numbered while the clock was ahead: its number says nothing
    /// of its age.
    package let now: Int64

    package init(from: ArrivalIdentifier? = nil, before: Int64, now: Int64) {
        self.from = from
        self.before = before
        self.now = now
    }

    /// Whether an arrival is too young by its number alone.
    ///
    /// What arrived later was decided later, so that most files need not be looked at.
    package func isYoung(_ arrival: ArrivalIdentifier) -> Bool {
        (before...max(before, now)).contains(arrival.milliseconds)
    }

    /// Whether the number of an arrival says nothing of its age.
    package func isFuture(_ arrival: ArrivalIdentifier) -> Bool { arrival.milliseconds > now }

    /// Whether the verdict on an arrival is due by its number, and was not dealt with.
    package func holds(_ arrival: ArrivalIdentifier) -> Bool {
        arrival.milliseconds < before && from.map { $0 <= arrival } ?? true
    }
}

/// When to look next for what was kept too long; for everything at once after a start.
struct SweepTimes: Equatable, Sendable {
    /// Steady milliseconds; 0 is at once.
    var due: [SpoolFolder: Int64] = [.done: 0, .quarantine: 0, .verdicts: 0]
    /// Verdicts on arrivals before this one were rewritten already.
    var rewritten: ArrivalIdentifier?

    var next: Int64? { due.values.min() }
}
