package import Explaining
package import Proofs

/// Cancellations that an earlier list of a publisher holds and a later one does not.
package struct ForgottenRevocations: Equatable, Sendable {
    /// The first day of issue they are of.
    package let day: Day
    /// Whether they are of any day from `day` on, and not of that day alone.
    package let isOpenEnded: Bool
    /// How many the earlier list holds.
    package let held: Int
    /// How many of them the later list can hold.
    package let found: Int

    /// Of one closed day.
    package init(of day: Day, held: Int, found: Int) {
        self.init(day, isOpenEnded: false, held, found)
    }

    /// Of all days from `day` on.
    package init(from day: Day, held: Int, found: Int) {
        self.init(day, isOpenEnded: true, held, found)
    }

    private init(_ day: Day, isOpenEnded: Bool, _ held: Int, _ found: Int) {
        self.day = day
        self.isOpenEnded = isOpenEnded
        self.held = held
        self.found = found
    }

    /// "of 2026-11-02", or "from 2026-11-02 on".
    package var days: Wording {
        isOpenEnded
            ? Wording("à partir du \(day)", "from \(day) on")
            : Wording("du \(day)", "of \(day)")
    }
}

extension RevocationListContent {
    /// The first days of which `later` counts fewer revocations than this list; nil when it
    /// forgets none (Spec/lists.md R9).
    ///
    /// Counts are all there is to compare: a closed day does not tell whole fingerprints.
    package func forgotten(by later: RevocationListContent) -> ForgottenRevocations? {
        let lastClosedByBoth = min(lastClosedDay, later.lastClosedDay)
        for entry in days where entry.day >= later.firstDay && entry.day <= lastClosedByBoth {
            let found = later.days.first { $0.day == entry.day }?.count ?? 0
            if found < entry.count { return .init(of: entry.day, held: entry.count, found: found) }
        }
        let firstOpen = lastClosedByBoth.adding(days: 1)
        guard later.firstDay <= firstOpen else { return nil }
        let (held, found) = (count(from: firstOpen), later.count(from: firstOpen))
        return found < held ? .init(from: firstOpen, held: held, found: found) : nil
    }

    /// Revocations of closed days from `day` on, and the open ones.
    private func count(from day: Day) -> Int {
        days.reduce(openCount) { $1.day >= day ? $0 + $1.count : $0 }
    }
}
