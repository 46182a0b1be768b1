internal import GRDB
package import Proofs

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
            removed += try write { database in
                try database.execute(
                    sql: "DELETE FROM proof WHERE issued = ?", arguments: [day.number])
                return database.changesCount
            }
        }
        // The journal still has the pages as they were.
        if removed > 0 { try emptyJournal() }
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
        try read { try Int.fetchOne($0, sql: "SELECT min(issued) FROM proof") }
            .map { Day(number: $0) }
    }

    private func newestTrace() throws(RegisterFault) -> Instant? {
        try read { database in
            let row = try Int.fetchOne(database, sql: "SELECT max(issued) FROM proof")
                .map { Day(number: $0).start }
            let publication = try Publication.last(in: database)?.issued
            return [row, publication].compactMap { $0 }.max()
        }
    }
}
