internal import Explaining
internal import Files
internal import GRDB
internal import Storage

extension ProofRegister {
    /// Copies the register, as it is at one moment, to a new file at `path` that only its owner can
    /// read, and reads the copy back; others issue and cancel meanwhile (Spec/register.md 5).
    ///
    /// Throws `exists`, `busy` and `unusable`; no file of that name is there then. Throws
    /// `onServer` for a register of PostgreSQL, which has means of its own.
    @discardableResult
    package func backUp(to path: String) throws(RegisterFault) -> RegisterSummary {
        guard let store = store as? SQLiteStore else { throw .onServer(path: self.path) }
        do {
            return try store.file.copy(to: path) {
                try RegisterSummary(SQLiteTables(database: $0))
            }
        } catch let fault as FileFault {
            if fault.code == .exists { throw .exists(path: PathText.shown(path)) }
            throw .unusable(path: PathText.shown(path), problem: fault.explanation.words)
        } catch { throw RegisterFault(error, PathText.shown(path)) }
    }
}

/// A backup of a register, found to be whole.
package struct RegisterBackup: Sendable {
    package let summary: RegisterSummary
    private let file: DurableDatabase

    /// Reads all of it.
    ///
    /// Throws `notFound`, `notARegister`, `newer` and `unusable`.
    package init(opening path: String) throws(RegisterFault) {
        let shown = PathText.shown(path)
        guard Folders.exists(path) else { throw .notFound(path: shown) }
        do {
            file = try DurableDatabase(readingOnly: path, label: "backup", schema: .register)
            summary = try file.readOnce { try RegisterSummary(SQLiteTables(database: $0)) }
        } catch { throw RegisterFault(error, shown) }
    }

    /// Makes `register` what the backup is, in one transaction.
    ///
    /// Throws `newerThanBackup`, with nothing changed, if it knows what the backup does not, and
    /// `onServer`.
    package func restore(into register: ProofRegister) throws(RegisterFault) {
        guard let store = register.store as? SQLiteStore else {
            throw .onServer(path: register.path)
        }
        do {
            try file.readOnce { backup in
                try store.file.write { try RegisterBackup.replace($0, by: backup, store.name) }
            }
        } catch { throw RegisterFault(error, register.path) }
    }

    private static func replace(
        _ register: Database, by backup: Database, _ path: String
    ) throws {
        let unknown = try rowsUnknown(to: backup, in: register)
        let (last, saved) = (
            try SQLiteTables(database: register).publication(),
            try SQLiteTables(database: backup).publication()
        )
        let isLater = last.map { last in
            saved.map {
                (last.epoch, last.sequence, last.issued) > ($0.epoch, $0.sequence, $0.issued)
            }
                ?? true
        }
        guard unknown.rows == 0, unknown.cancellations == 0, isLater != true else {
            throw RegisterFault.newerThanBackup(
                path: path, rows: unknown.rows, cancellations: unknown.cancellations,
                publication: isLater == true ? last?.sequence : nil)
        }
        try register.execute(sql: "DELETE FROM proof; DELETE FROM publication")
        let tables = SQLiteTables(database: register)
        try SQLiteTables(database: backup).forEachGroup { try tables.insert($0) }
        if let saved { try tables.save(saved) }
    }

    /// Rows that the backup does not have, and rows that were cancelled, published or taken back
    /// since it was made.
    private static func rowsUnknown(
        to backup: Database, in register: Database
    ) throws -> (rows: Int, cancellations: Int) {
        var unknown = (rows: 0, cancellations: 0)
        let find = try backup.makeStatement(
            sql: "SELECT revoked, reason, announced FROM proof WHERE cti = ?")
        let rows = try Row.fetchCursor(
            register, sql: "SELECT revoked, reason, announced, cti FROM proof")
        while let row = try rows.next() {
            let values = Array(row.databaseValues)
            guard let saved = try Row.fetchOne(find, arguments: [values[3]]) else {
                unknown.rows += 1
                continue
            }
            if Array(saved.databaseValues) != Array(values[..<3]) { unknown.cancellations += 1 }
        }
        return unknown
    }
}
