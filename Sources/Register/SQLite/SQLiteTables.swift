internal import FoundationEssentials
internal import GRDB
internal import Proofs

/// The tables of a register in a transaction of SQLite, whose writers come one after the other.
struct SQLiteTables: RegisterTables {
    static let columns = "cti, fingerprint, reference, issued, revoked, reason, announced"
    private static let groupSize = 500

    let database: Database

    func publication() throws -> Publication? {
        guard let row = try Row.fetchOne(database, sql: "SELECT * FROM publication") else {
            return nil
        }
        let digest: Data? = row["digest"]
        let (epoch, sequence): (Int64, Int64) = (row["epoch"], row["sequence"])
        return Publication(
            list: row["list"], epoch: UInt64(bitPattern: epoch),
            sequence: UInt64(bitPattern: sequence), issued: Instant(seconds: row["issued"]),
            closedThrough: Day(number: row["closed_through"]), digest: digest.map { Array($0) })
    }

    func save(_ publication: Publication) throws {
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO publication
                    (only, list, epoch, sequence, issued, closed_through, digest)
                VALUES (1, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                publication.list, Int64(bitPattern: publication.epoch),
                Int64(bitPattern: publication.sequence), publication.issued.seconds,
                publication.closedThrough.number, publication.digest.map { Data($0) },
            ])
    }

    /// One table has room for all of them.
    func prepare(_ days: some Sequence<Day>) {}

    func insert(_ rows: [RegisterRow]) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO proof (\(SQLiteTables.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)")
        do {
            for row in rows {
                try statement.execute(arguments: [
                    Data(row.identifier.bytes), Data(row.fingerprint.bytes),
                    Int64(row.reference.number), row.issued.number, row.revocation?.day.number,
                    row.revocation?.reason.rawValue, row.revocation?.isAnnounced ?? false,
                ])
            }
        } catch let error as DatabaseError {
            guard error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY else { throw error }
            throw RegisterFault.identifierTaken
        }
    }

    func rows(of identifiers: [ProofIdentifier]) throws -> [RegisterRow] {
        let places = repeatElement("?", count: identifiers.count).joined(separator: ",")
        let statement = try database.cachedStatement(
            sql: "SELECT * FROM proof WHERE cti IN (\(places))")
        return try Row.fetchAll(
            statement, arguments: StatementArguments(identifiers.map { Data($0.bytes) })
        ).map(RegisterRow.init(stored:))
    }

    func rows(of reference: Reference) throws -> [RegisterRow] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM proof WHERE reference = ? ORDER BY cti",
            arguments: [Int64(reference.number)]
        ).map(RegisterRow.init(stored:))
    }

    func lockedRow(of identifier: ProofIdentifier) throws -> RegisterRow? {
        try rows(of: [identifier]).first
    }

    func setRevocation(_ revocation: RegisterRow.Revocation?, of row: RegisterRow) throws {
        try database.execute(
            sql: "UPDATE proof SET revoked = ?, reason = ? WHERE cti = ?",
            arguments: [
                revocation?.day.number, revocation?.reason.rawValue, Data(row.identifier.bytes),
            ])
    }

    func announceRevocations() throws -> Int {
        try database.execute(
            sql: "UPDATE proof SET announced = 1 WHERE revoked IS NOT NULL AND announced = 0")
        return database.changesCount
    }

    func forEachGroup(_ body: ([RegisterRow]) throws -> Void) throws {
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM proof")
        var group: [RegisterRow] = []
        while let row = try rows.next() {
            group.append(try RegisterRow(stored: row))
            if group.count == SQLiteTables.groupSize {
                try body(group)
                group = []
            }
        }
        if !group.isEmpty { try body(group) }
    }

    func remove(_ day: Day) throws -> Int {
        try database.execute(
            sql: "DELETE FROM proof WHERE issued = ?", arguments: [day.number])
        return database.changesCount
    }
}

extension RegisterRow {
    /// A row as the database holds it.
    fileprivate init(stored row: Row) throws {
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
