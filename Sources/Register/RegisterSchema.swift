internal import GRDB

/// The tables of a register (Spec/register.md 1).
enum RegisterSchema {
    /// "JReg", in the header of the file, so that no other database is taken for a register.
    static let application = 0x4A52_6567
    static let version = 1

    /// Makes the tables in an empty file; throws `notARegister` and `newer`.
    static func prepare(_ database: Database, _ path: String) throws {
        if try isReady(database, path) { return }
        try database.inTransaction(.immediate) {
            // Another process may have been faster.
            if try isReady(database, path) { return .rollback }
            try database.execute(sql: tables)
            try database.execute(
                sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    private static func isReady(_ database: Database, _ path: String) throws -> Bool {
        let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if owner == application {
            guard found <= version else {
                throw RegisterFault.newer(path: path, version: found)
            }
            return true
        }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
        guard owner == 0, found == 0, tables == 0 else {
            throw RegisterFault.notARegister(path: path)
        }
        return false
    }

    /// No row number in `proof`: it would keep the order of issue, of which the day is all that
    /// a justificatif itself tells.
    private static let tables = """
        CREATE TABLE proof (
            cti BLOB NOT NULL PRIMARY KEY CHECK (length(cti) = 16),
            fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 16),
            reference INTEGER NOT NULL,
            issued INTEGER NOT NULL,
            revoked INTEGER,
            reason TEXT,
            announced INTEGER NOT NULL DEFAULT 0 CHECK (announced IN (0, 1)),
            CHECK ((revoked IS NULL) = (reason IS NULL)),
            CHECK (announced = 0 OR revoked IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX proof_by_day ON proof (issued, fingerprint);
        CREATE INDEX proof_by_reference ON proof (reference);
        CREATE INDEX proof_revoked ON proof (issued, fingerprint, announced)
            WHERE revoked IS NOT NULL;
        CREATE TABLE publication (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            list TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            issued INTEGER NOT NULL,
            closed_through INTEGER NOT NULL,
            digest BLOB CHECK (length(digest) = 32)
        ) STRICT;
        """
}
