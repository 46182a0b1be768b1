internal import FoundationEssentials
internal import GRDB
internal import Proofs

/// What is read of whole days.
extension SQLiteTables {
    func counts() throws -> [ProofRegister.DayCount] {
        let issued = try Row.fetchAll(
            database, sql: "SELECT issued, count(*) FROM proof GROUP BY issued")
        let revoked = try Row.fetchAll(
            database,
            sql: """
                SELECT issued, count(*), sum(announced) FROM proof
                WHERE revoked IS NOT NULL GROUP BY issued
                """)
        var byDay: [Int: (revoked: Int, announced: Int)] = [:]
        for row in revoked { byDay[row[0]] = (row[1], row[2]) }
        return issued.map { row in
            let number: Int = row[0]
            return ProofRegister.DayCount(
                day: Day(number: number), issued: row[1], revoked: byDay[number]?.revoked ?? 0,
                announced: byDay[number]?.announced ?? 0)
        }.sorted { $0.day < $1.day }
    }

    func fingerprints(announced: Bool, from first: Day) throws -> [Day: [Fingerprint]] {
        let condition = announced ? "AND announced = 1" : ""
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT issued, fingerprint FROM proof
                WHERE revoked IS NOT NULL \(condition) AND issued >= ?
                """,
            arguments: [first.number])
        var byDay: [Day: [Fingerprint]] = [:]
        while let row = try rows.next() {
            byDay[Day(number: row[0]), default: []].append(try Fingerprint(stored: row[1]))
        }
        return byDay
    }

    func forEachIssued(on day: Day, _ body: (Fingerprint) throws -> Void) throws {
        let all = try Data.fetchCursor(
            database, sql: "SELECT fingerprint FROM proof WHERE issued = ? ORDER BY fingerprint",
            arguments: [day.number])
        while let bytes = try all.next() { try body(Fingerprint(stored: bytes)) }
    }

    func days() throws -> (oldest: Day, newest: Day)? {
        // Two questions, since one index answers each of them at once.
        guard let oldest = try Int.fetchOne(database, sql: "SELECT min(issued) FROM proof"),
            let newest = try Int.fetchOne(database, sql: "SELECT max(issued) FROM proof")
        else { return nil }
        return (Day(number: oldest), Day(number: newest))
    }
}

extension Fingerprint {
    fileprivate init(stored bytes: Data) throws {
        guard let fingerprint = Fingerprint(Array(bytes)) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        self = fingerprint
    }
}
