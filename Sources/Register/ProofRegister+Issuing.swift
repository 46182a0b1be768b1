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
        guard !rows.isEmpty else { return }
        try write { tables in
            let closed = try tables.publication()?.closedThrough
            for row in rows {
                if let closed, row.issued <= closed {
                    throw RegisterFault.dayClosed(row.issued, through: closed)
                }
            }
            try tables.insert(rows)
        }
    }
}
