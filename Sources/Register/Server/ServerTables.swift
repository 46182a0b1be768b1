internal import PostgreSQL
internal import Proofs
internal import Wire

/// The tables of a register in a transaction of PostgreSQL.
///
/// Every value goes beside its statement; lists of them as arrays, whose elements are numbers,
/// hexadecimal and words of ours, none of which needs quoting.
struct ServerTables: RegisterTables {
    /// No partition has rows of these days yet.
    struct MissingDays: Error {
        let days: Set<Day>
    }

    let session: ServerSession

    func publication() throws -> Publication? {
        let rows = try session.rows(
            """
            SELECT list, epoch, sequence, issued, closed_through, encode(digest, 'hex')
            FROM publication
            """)
        guard let row = rows.first else { return nil }
        let numbers = row[1...4].compactMap { $0.flatMap { Int64($0) } }
        guard let list = row[0], numbers.count == 4 else { throw ServerFault.unreadable }
        return Publication(
            list: list, epoch: UInt64(bitPattern: numbers[0]),
            sequence: UInt64(bitPattern: numbers[1]), issued: Instant(seconds: numbers[2]),
            closedThrough: Day(number: Int(numbers[3])),
            digest: row[5].flatMap { Hexadecimal.decode($0) })
    }

    func save(_ publication: Publication) throws {
        try session.rows(
            """
            INSERT INTO publication (single, list, epoch, sequence, issued, closed_through, digest)
            VALUES (1, $1::text, $2::bigint, $3::bigint, $4::bigint, $5::integer,
                decode($6::text, 'hex'))
            ON CONFLICT (single) DO UPDATE SET list = excluded.list, epoch = excluded.epoch,
                sequence = excluded.sequence, issued = excluded.issued,
                closed_through = excluded.closed_through, digest = excluded.digest
            """,
            [
                publication.list, "\(Int64(bitPattern: publication.epoch))",
                "\(Int64(bitPattern: publication.sequence))", "\(publication.issued.seconds)",
                "\(publication.closedThrough.number)",
                publication.digest.map { Hexadecimal.encode($0) },
            ])
    }

    /// A partition for each.
    func prepare(_ days: some Sequence<Day>) throws {
        for day in days {
            try session.rows("SELECT open_day($1::integer)", ["\(day.number)"])
        }
    }

    func insert(_ rows: [RegisterRow]) throws {
        let values = [
            ServerTables.array(rows) { Hexadecimal.encode($0.identifier.bytes) },
            ServerTables.array(rows) { Hexadecimal.encode($0.fingerprint.bytes) },
            ServerTables.array(rows) { "\($0.reference.number)" },
            ServerTables.array(rows) { "\($0.issued.number)" },
            ServerTables.array(rows) { $0.revocation.map { "\($0.day.number)" } },
            ServerTables.array(rows) { $0.revocation?.reason.rawValue },
            ServerTables.array(rows) { "\($0.revocation?.isAnnounced ?? false)" },
        ]
        do throws(ServerFault) {
            try session.rows(
                """
                WITH new AS (
                    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::integer[],
                        $5::integer[], $6::text[], $7::boolean[])
                    AS new (cti, fingerprint, reference, issued, revoked, reason, announced)
                ), named AS (
                    INSERT INTO identifier (cti, issued) SELECT cti, issued FROM new
                )
                INSERT INTO proof (cti, fingerprint, reference, issued, revoked, reason, announced)
                SELECT cti, fingerprint, reference, issued, revoked, reason, announced FROM new
                """, values)
        } catch {
            guard case .refused(let state, _) = error else { throw error }
            if state == "23505" { throw RegisterFault.identifierTaken }
            // No partition for the row.
            if state == "23514" { throw MissingDays(days: Set(rows.map(\.issued))) }
            throw error
        }
    }

    private static func array(_ rows: [RegisterRow], _ text: (RegisterRow) -> String?) -> String {
        "{\(rows.map { text($0) ?? "NULL" }.joined(separator: ","))}"
    }

    func rows(of identifiers: [ProofIdentifier]) throws -> [RegisterRow] {
        let names = identifiers.map { Hexadecimal.encode($0.bytes) }.joined(separator: ",")
        return try session.rows(
            """
            SELECT encode(uuid_send(cti), 'hex'), encode(uuid_send(fingerprint), 'hex'),
                reference, issued, revoked, reason, announced
            FROM identifier JOIN proof USING (issued, cti) WHERE cti = ANY ($1::uuid[])
            """, ["{\(names)}"]
        ).map(RegisterRow.init(stored:))
    }

    func rows(of reference: Reference) throws -> [RegisterRow] {
        try session.rows(
            """
            SELECT encode(uuid_send(cti), 'hex'), encode(uuid_send(fingerprint), 'hex'),
                reference, issued, revoked, reason, announced
            FROM proof WHERE reference = $1::bigint ORDER BY cti
            """, ["\(reference.number)"]
        ).map(RegisterRow.init(stored:))
    }

    func lockedRow(of identifier: ProofIdentifier) throws -> RegisterRow? {
        let name = Hexadecimal.encode(identifier.bytes)
        let day = try session.rows(
            "SELECT issued FROM identifier WHERE cti = $1::uuid", [name])
        guard let issued = day.first?.first else { return nil }
        return try session.rows(
            """
            SELECT encode(uuid_send(cti), 'hex'), encode(uuid_send(fingerprint), 'hex'),
                reference, issued, revoked, reason, announced
            FROM proof WHERE issued = $1::integer AND cti = $2::uuid FOR UPDATE
            """, [issued, name]
        ).first.map(RegisterRow.init(stored:))
    }

    func setRevocation(_ revocation: RegisterRow.Revocation?, of row: RegisterRow) throws {
        try session.rows(
            """
            UPDATE proof SET revoked = $1::integer, reason = $2::text
            WHERE issued = $3::integer AND cti = $4::uuid
            """,
            [
                revocation.map { "\($0.day.number)" }, revocation?.reason.rawValue,
                "\(row.issued.number)", Hexadecimal.encode(row.identifier.bytes),
            ])
    }

    func announceRevocations() throws -> Int {
        try session.count(
            "UPDATE proof SET announced = true WHERE revoked IS NOT NULL AND NOT announced")
    }
}

extension RegisterRow {
    /// A row as the server sends it.
    init(stored row: ServerSession.Row) throws {
        guard row.count == 7,
            let identifier = row[0].flatMap(Hexadecimal.decode).flatMap(ProofIdentifier.init),
            let fingerprint = row[1].flatMap(Hexadecimal.decode).flatMap(Fingerprint.init),
            let reference = row[2].flatMap({ UInt64($0) }).flatMap(Reference.init(number:)),
            let issued = row[3].flatMap({ Int($0) })
        else { throw ServerFault.unreadable }
        self.init(
            identifier: identifier, fingerprint: fingerprint, reference: reference,
            issued: Day(number: issued), revocation: try RegisterRow.revocation(row))
    }

    private static func revocation(_ row: ServerSession.Row) throws -> Revocation? {
        guard let day = row[4], let word = row[5] else { return nil }
        guard let number = Int(day), let reason = RevocationReason(rawValue: word) else {
            throw ServerFault.unreadable
        }
        return Revocation(day: Day(number: number), reason: reason, isAnnounced: row[6] == "t")
    }
}
