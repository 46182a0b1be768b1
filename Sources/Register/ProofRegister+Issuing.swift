internal import FoundationEssentials
internal import GRDB
package import Proofs

extension ProofRegister {
    /// Registers justificatifs that are about to leave, all or none; once this returns, their
    /// rows are on the disk.
    ///
    /// Throws `dayInFuture` after `today`, `dayClosed` for a day that a publication has closed,
    /// and `identifierTaken`.
    package func add(_ rows: [RegisterRow], today: Day) throws(RegisterFault) {
        for row in rows where row.issued > today {
            throw .dayInFuture(row.issued, today: today)
        }
        try write { database in
            let closed = try Publication.last(in: database)?.closedThrough
            for row in rows {
                if let closed, row.issued <= closed {
                    throw RegisterFault.dayClosed(row.issued, through: closed)
                }
                try ProofRegister.insert(row, database)
            }
        }
    }

    private static func insert(_ row: RegisterRow, _ database: Database) throws {
        do {
            try database.execute(
                sql: "INSERT INTO proof (cti, fingerprint, reference, issued) VALUES (?, ?, ?, ?)",
                arguments: [
                    Data(row.identifier.bytes), Data(row.fingerprint.bytes),
                    Int64(row.reference.number), row.issued.number,
                ])
        } catch let error as DatabaseError {
            guard error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY else { throw error }
            throw RegisterFault.identifierTaken
        }
    }
}
