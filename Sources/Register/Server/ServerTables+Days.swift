internal import PostgreSQL
internal import Proofs
internal import Wire

/// What is read of whole days, some rows at a time.
extension ServerTables {
    func counts() throws -> [ProofRegister.DayCount] {
        try session.rows(
            """
            SELECT issued, count(*), count(revoked), count(*) FILTER (WHERE announced)
            FROM proof GROUP BY issued ORDER BY issued
            """
        ).map { row in
            let numbers = row.compactMap { $0.flatMap { Int($0) } }
            guard numbers.count == 4 else { throw ServerFault.unreadable }
            return ProofRegister.DayCount(
                day: Day(number: numbers[0]), issued: numbers[1], revoked: numbers[2],
                announced: numbers[3])
        }
    }

    func fingerprints(announced: Bool, from first: Day) throws -> [Day: [Fingerprint]] {
        var byDay: [Day: [Fingerprint]] = [:]
        try session.tag(
            """
            DECLARE these NO SCROLL CURSOR FOR
            SELECT encode(uuid_send(fingerprint), 'hex'), issued FROM proof
            WHERE revoked IS NOT NULL AND (announced OR NOT $1::boolean) AND issued >= $2::integer
            """, ["\(announced)", "\(first.number)"])
        try forEachGroupOfCursor { rows in
            for row in rows {
                guard let day = row.last.flatMap({ $0 }).flatMap({ Int($0) }) else {
                    throw ServerFault.unreadable
                }
                byDay[Day(number: day), default: []].append(try Fingerprint(stored: row))
            }
        }
        return byDay
    }

    func forEachIssued(on day: Day, _ body: (Fingerprint) throws -> Void) throws {
        try session.tag(
            """
            DECLARE these NO SCROLL CURSOR FOR
            SELECT encode(uuid_send(fingerprint), 'hex') FROM proof
            WHERE issued = $1::integer ORDER BY fingerprint
            """, ["\(day.number)"])
        try forEachGroupOfCursor { rows in
            for row in rows { try body(Fingerprint(stored: row)) }
        }
    }

    func forEachGroup(_ body: ([RegisterRow]) throws -> Void) throws {
        try session.tag(
            """
            DECLARE these NO SCROLL CURSOR FOR
            SELECT encode(uuid_send(cti), 'hex'), encode(uuid_send(fingerprint), 'hex'),
                reference, issued, revoked, reason, announced
            FROM proof
            """)
        try forEachGroupOfCursor { rows in try body(rows.map(RegisterRow.init(stored:))) }
    }

    /// Goes through the rows of the cursor that was declared.
    private func forEachGroupOfCursor(_ body: ([ServerSession.Row]) throws -> Void) throws {
        while true {
            let rows = try session.rows("FETCH 500 FROM these")
            if rows.isEmpty { break }
            try body(rows)
        }
        try session.tag("CLOSE these")
    }

    func days() throws -> (oldest: Day, newest: Day)? {
        let row = try session.rows("SELECT min(issued), max(issued) FROM proof").first
        let numbers = row?.compactMap { $0.flatMap { Int($0) } } ?? []
        guard numbers.count == 2 else { return nil }
        return (Day(number: numbers[0]), Day(number: numbers[1]))
    }

    func remove(_ day: Day) throws -> Int {
        let row = try session.rows("SELECT remove_day($1::integer)", ["\(day.number)"]).first
        guard let count = row?.first.flatMap({ $0 }).flatMap({ Int($0) }) else {
            throw ServerFault.unreadable
        }
        return count
    }
}

extension Fingerprint {
    fileprivate init(stored row: ServerSession.Row) throws {
        guard let fingerprint = row[0].flatMap(Hexadecimal.decode).flatMap(Fingerprint.init) else {
            throw ServerFault.unreadable
        }
        self = fingerprint
    }
}
