internal import FoundationEssentials
internal import GRDB
package import Proofs
package import SigningMessages

/// What is removed is overwritten in the file before these return (Spec/space.md 3).
extension SealedSpace {
    /// How many of each kind were removed; nothing of what was in them.
    package typealias Removed = [SpaceKind: Int]

    /// Removes one entry of a person; false if there is none.
    @discardableResult
    package func erase(
        _ identifier: EntryIdentifier, of holder: Holder
    ) throws(SpaceFault) -> Bool {
        let row = try seal(of: holder).holder
        let count = try writing { database in
            try SealedSpace.delete(identifier, of: row, database)
            return database.changesCount
        }
        try emptyJournal()
        return count > 0
    }

    /// Removes all entries of one kind of a person; returns how many there were.
    @discardableResult
    package func erase(_ kind: SpaceKind, of holder: Holder) throws(SpaceFault) -> Int {
        let row = try seal(of: holder).holder
        let count = try writing { database in
            try database.execute(
                sql: "DELETE FROM entry WHERE holder = ? AND kind = ?",
                arguments: [Data(row), kind.rawValue])
            return database.changesCount
        }
        try emptyJournal()
        return count
    }

    /// Closes the space of a person: all of it or nothing, in one transaction.
    package func close(_ holder: Holder) throws(SpaceFault) -> Removed {
        let row = try seal(of: holder).holder
        let removed = try writing { database in
            let counts = try SealedSpace.counts(
                database, "WHERE holder = ?", arguments: [Data(row)])
            try database.execute(
                sql: "DELETE FROM entry WHERE holder = ?", arguments: [Data(row)])
            return counts
        }
        try emptyJournal()
        return removed
    }

    /// Removes what is past its last day, of everybody.
    package func purge(today: Day) throws(SpaceFault) -> Removed {
        try erase(through: today.adding(days: -1))
    }

    /// Removes what ends on `lastDay` or before, of everybody; all of it if that is nil.
    package func erase(through lastDay: Day?) throws(SpaceFault) -> Removed {
        let limit: StatementArguments = [lastDay?.number ?? Int.max]
        let removed = try writing { database in
            let counts = try SealedSpace.counts(
                database, "WHERE last_day <= ?", arguments: limit)
            try database.execute(sql: "DELETE FROM entry WHERE last_day <= ?", arguments: limit)
            return counts
        }
        try emptyJournal()
        return removed
    }

    /// What `erase` would remove, and of how many persons.
    package func census(
        through lastDay: Day?
    ) throws(SpaceFault) -> (persons: Int, entries: Removed) {
        let limit: StatementArguments = [lastDay?.number ?? Int.max]
        return try reading { database in
            let persons = try Int.fetchOne(
                database, sql: "SELECT count(DISTINCT holder) FROM entry WHERE last_day <= ?",
                arguments: limit)
            let counts = try SealedSpace.counts(
                database, "WHERE last_day <= ?", arguments: limit)
            return (persons ?? 0, counts)
        }
    }

    private static func counts(
        _ database: Database, _ condition: String, arguments: StatementArguments
    ) throws -> Removed {
        let rows = try Row.fetchAll(
            database, sql: "SELECT kind, count(*) FROM entry \(condition) GROUP BY kind",
            arguments: arguments)
        let counts = rows.compactMap { row -> (SpaceKind, Int)? in
            let name: String = row[0]
            return SpaceKind(rawValue: name).map { ($0, row[1]) }
        }
        return Dictionary(counts, uniquingKeysWith: +)
    }
}
