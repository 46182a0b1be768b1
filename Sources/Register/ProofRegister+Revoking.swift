internal import FoundationEssentials
internal import GRDB
package import Proofs

extension ProofRegister {
    /// What came of a wish to cancel.
    package enum Cancelling: Equatable, Sendable {
        case cancelled
        /// It was cancelled before; nothing changed.
        case already(RegisterRow.Revocation)
        /// Its row is not there, or no longer.
        case unknown
    }

    /// What came of a wish to take a cancellation back.
    package enum Restoring: Equatable, Sendable {
        case restored
        case wasNotCancelled
        /// A publication took it up: verifiers may know it already.
        case announced(RegisterRow.Revocation)
        case unknown
    }

    /// The rows of a reference: nearly always one or none, since references have 60 bits.
    package func rows(of reference: Reference) throws(RegisterFault) -> [RegisterRow] {
        let number = Int64(reference.number)
        return try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM proof WHERE reference = ? ORDER BY cti",
                arguments: [number]
            ).map(RegisterRow.init(stored:))
        }
    }

    /// The row of a justificatif.
    package func row(of identifier: ProofIdentifier) throws(RegisterFault) -> RegisterRow? {
        try read { try ProofRegister.row(of: identifier, $0) }
    }

    /// Cancels a justificatif with effect from `day`.
    package func revoke(
        _ identifier: ProofIdentifier, on day: Day, _ reason: RevocationReason
    ) throws(RegisterFault) -> Cancelling {
        try write { database in
            guard let row = try ProofRegister.row(of: identifier, database) else {
                return .unknown
            }
            if let revocation = row.revocation { return .already(revocation) }
            try database.execute(
                sql: "UPDATE proof SET revoked = ?, reason = ? WHERE cti = ?",
                arguments: [day.number, reason.rawValue, Data(identifier.bytes)])
            return .cancelled
        }
    }

    /// Takes a cancellation back, as long as no publication took it up.
    package func restore(_ identifier: ProofIdentifier) throws(RegisterFault) -> Restoring {
        try write { database in
            guard let row = try ProofRegister.row(of: identifier, database) else {
                return .unknown
            }
            guard let revocation = row.revocation else { return .wasNotCancelled }
            guard !revocation.isAnnounced else { return .announced(revocation) }
            try database.execute(
                sql: "UPDATE proof SET revoked = NULL, reason = NULL WHERE cti = ?",
                arguments: [Data(identifier.bytes)])
            return .restored
        }
    }

    private static func row(
        of identifier: ProofIdentifier, _ database: Database
    ) throws -> RegisterRow? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM proof WHERE cti = ?",
            arguments: [Data(identifier.bytes)]
        ).map(RegisterRow.init(stored:))
    }
}

extension RegisterRow {
    /// A row as the database holds it.
    init(stored row: Row) throws {
        let identifier: Data = row["cti"]
        let fingerprint: Data = row["fingerprint"]
        let number: Int64 = row["reference"]
        let issued: Int = row["issued"]
        guard let identifier = ProofIdentifier(Array(identifier)),
            let fingerprint = Fingerprint(Array(fingerprint)),
            let reference = Reference(number: UInt64(bitPattern: number))
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        self.init(
            identifier: identifier, fingerprint: fingerprint, reference: reference,
            issued: Day(number: issued), revocation: try RegisterRow.revocation(row))
    }

    private static func revocation(_ row: Row) throws -> Revocation? {
        let day: Int? = row["revoked"]
        let word: String? = row["reason"]
        guard let day, let word else { return nil }
        guard let reason = RevocationReason(rawValue: word) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return Revocation(
            day: Day(number: day), reason: reason, isAnnounced: row["announced"])
    }
}
