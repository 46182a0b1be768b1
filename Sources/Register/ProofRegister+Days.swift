internal import FoundationEssentials
internal import GRDB
package import Proofs

extension ProofRegister {
    /// What a register says without naming any justificatif.
    package struct DayCount: Equatable, Sendable {
        package let day: Day
        package let issued: Int
        package let revoked: Int
        /// Of the revoked ones, those that a publication took up.
        package let announced: Int
    }

    /// Counts of every day of issue, ascending.
    package func counts() throws(RegisterFault) -> [DayCount] {
        try read { database in
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
                return DayCount(
                    day: Day(number: number), issued: row[1], revoked: byDay[number]?.revoked ?? 0,
                    announced: byDay[number]?.announced ?? 0)
            }.sorted { $0.day < $1.day }
        }
    }

    /// The fingerprints that publications have taken up, by day of issue from `first` on.
    package func announced(from first: Day) throws(RegisterFault) -> [Day: [Fingerprint]] {
        try fingerprints("revoked IS NOT NULL AND announced = 1", from: first)
    }

    /// The fingerprints of all cancellations there are, by day of issue from `first` on.
    package func revoked(from first: Day) throws(RegisterFault) -> [Day: [Fingerprint]] {
        try fingerprints("revoked IS NOT NULL", from: first)
    }

    private func fingerprints(
        _ condition: String, from first: Day
    ) throws(RegisterFault) -> [Day: [Fingerprint]] {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT issued, fingerprint FROM proof WHERE \(condition) AND issued >= ?",
                arguments: [first.number])
            var byDay: [Day: [Fingerprint]] = [:]
            while let row = try rows.next() {
                byDay[Day(number: row[0]), default: []].append(try Fingerprint(stored: row[1]))
            }
            return byDay
        }
    }

    /// Goes through every justificatif registered for `day`, in the order of fingerprints.
    ///
    /// Throws `RegisterFault`, and whatever `body` throws.
    package func forEachIssued(on day: Day, _ body: (Fingerprint) throws -> Void) throws {
        try reading { database in
            let all = try Data.fetchCursor(
                database,
                sql: "SELECT fingerprint FROM proof WHERE issued = ? ORDER BY fingerprint",
                arguments: [day.number])
            while let bytes = try all.next() { try body(Fingerprint(stored: bytes)) }
        }
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
