internal import GRDB

/// The tables of one kind of database file, and how a file is known to be of that kind.
package struct DatabaseSchema: Sendable {
    /// In the header of the file, so that no other database is taken for one of this kind.
    let application: Int
    /// From 1; a file of a later version is left alone.
    let version: Int
    /// The SQL that makes the tables.
    let tables: String

    package init(application: Int, version: Int, tables: String) {
        self.application = application
        self.version = version
        self.tables = tables
    }

    /// Makes the tables in an empty file; throws `StorageFault` `otherKind` and `laterVersion`.
    func prepare(_ database: Database) throws {
        if try isReady(database) { return }
        try database.inTransaction(.immediate) {
            // Another process may have been faster.
            if try isReady(database) { return .rollback }
            try database.execute(sql: tables)
            try database.execute(
                sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    /// Holds a copy to being of this kind; throws `StorageFault` `otherKind` and `laterVersion`.
    func check(_ database: Database) throws {
        guard try isReady(database) else { throw StorageFault.otherKind }
    }

    private func isReady(_ database: Database) throws -> Bool {
        let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if owner == application {
            guard found <= version else { throw StorageFault.laterVersion(found) }
            return true
        }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
        guard owner == 0, found == 0, tables == 0 else { throw StorageFault.otherKind }
        return false
    }
}
