internal import GRDB

/// The tables of a space (Spec/space.md 1).
enum SpaceSchema {
    /// "JSpc", in the header of the file, so that no other database is taken for a space.
    static let application = 0x4A53_7063
    static let version = 1

    /// Makes the table in an empty file; throws `notASpace` and `newer`.
    static func prepare(_ database: Database, _ path: String) throws {
        if try isReady(database, path) { return }
        try database.inTransaction(.immediate) {
            // Another process may have been faster.
            if try isReady(database, path) { return .rollback }
            try database.execute(sql: table)
            try database.execute(
                sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    private static func isReady(_ database: Database, _ path: String) throws -> Bool {
        let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if owner == application {
            guard found <= version else { throw SpaceFault.newer(path: path, version: found) }
            return true
        }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
        guard owner == 0, found == 0, tables == 0 else { throw SpaceFault.notASpace(path: path) }
        return false
    }

    /// No row number: it would keep the order in which entries were made.
    private static let table = """
        CREATE TABLE entry (
            holder BLOB NOT NULL CHECK (length(holder) = 32),
            id BLOB NOT NULL CHECK (length(id) = 16),
            kind TEXT NOT NULL,
            last_day INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (holder, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_by_day ON entry (last_day);
        """
}
