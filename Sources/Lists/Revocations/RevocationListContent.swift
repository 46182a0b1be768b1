package import Proofs
package import Wire

/// What a revocation list says, unpacked for looking up (Spec/lists.md 4.1).
///
/// Reading it proves nothing about who wrote it: that is `RevocationList`'s word.
package struct RevocationListContent: Equatable, Sendable {
    package let identifier: String
    /// The epoch the trust list gave this list when it was made.
    package let epoch: UInt64
    /// Rises with every publication within an epoch.
    package let sequence: UInt64
    package let issued: Instant
    /// From this instant on verdicts tell the age of the list.
    package let warnAfter: Instant
    /// From this instant on nothing can be judged with it.
    package let refuseAfter: Instant
    /// The least sequence of a trust list it can be used with.
    package let trustMinimum: UInt64
    /// The first day it speaks of.
    package let firstDay: Day
    /// The last day that is complete; the day before `firstDay` if none is yet.
    package let lastClosedDay: Day
    /// Closed days with a revocation, ascending.
    package let days: [RevokedDay]
    /// The place in `days` of each covered day from the first on; -1 for one without revocation.
    private let places: [Int]
    /// Revoked ones of later days, ascending, each once.
    private let open: [UInt128]

    /// Revocations of days that are listed one by one.
    package var openCount: Int { open.count }
    /// All revocations it holds.
    package var revokedCount: Int { days.reduce(openCount) { $0 + $1.count } }

    /// Reads a payload, or throws the first fault met.
    package init(reading input: borrowing Span<UInt8>) throws(DecodeError) {
        var offset = 0
        var keys = try MapFields.begin(input, &offset, known: 11)
        try MapFields.expect(1, &keys, input, &offset)
        identifier = try RevocationSource.readIdentifier(input, &offset)
        try MapFields.expect(2, &keys, input, &offset)
        epoch = try CBOR.readUnsigned(input, &offset)
        try MapFields.expect(3, &keys, input, &offset)
        sequence = try CBOR.readUnsigned(input, &offset)
        try MapFields.expect(4, &keys, input, &offset)
        issued = try MapFields.readInstant(input, &offset)
        try MapFields.expect(5, &keys, input, &offset)
        warnAfter = try MapFields.readInstant(input, &offset)
        try MapFields.expect(6, &keys, input, &offset)
        refuseAfter = try MapFields.readInstant(input, &offset)
        guard issued < warnAfter, warnAfter < refuseAfter else {
            throw DecodeError(.dateOrder, at: offset)
        }
        try MapFields.expect(7, &keys, input, &offset)
        trustMinimum = try CBOR.readUnsigned(input, &offset)
        try MapFields.expect(8, &keys, input, &offset)
        firstDay = try MapFields.readDay(input, &offset)
        try MapFields.expect(9, &keys, input, &offset)
        lastClosedDay = try MapFields.readDay(input, &offset)
        let covered = lastClosedDay.number - firstDay.number + 1
        guard covered >= 0, lastClosedDay < issued.day else {
            throw DecodeError(.dateOrder, at: offset)
        }
        guard covered <= Limits.coveredDays else { throw DecodeError(.tooMany, at: offset) }
        try MapFields.expect(10, &keys, input, &offset)
        days = try RevocationListContent.readDays(
            input, &offset, firstDay: firstDay, covered: covered)
        var places = [Int](repeating: -1, count: covered)
        for (place, entry) in days.enumerated() {
            places[entry.day.number - firstDay.number] = place
        }
        self.places = places
        try MapFields.expect(11, &keys, input, &offset)
        open = try RevocationListContent.readOpen(
            input, &offset, limit: days.reduce(Limits.revokedProofs) { $0 - $1.count })
        try MapFields.end(&keys, input, &offset)
        try CBOR.readEnd(input, offset)
    }

    private static func readDays(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, firstDay: Day, covered: Int
    ) throws(DecodeError) -> [RevokedDay] {
        var days: [RevokedDay] = []
        var room = Limits.revokedProofs
        var free = 0..<covered
        for _ in 0..<(try CBOR.readArrayHead(input, &offset, limit: Limits.coveredDays)) {
            let day = try RevokedDay(input, &offset, firstDay: firstDay, free, limit: room)
            free = day.day.number - firstDay.number + 1..<covered
            room -= day.count
            days.append(day)
        }
        return days
    }

    /// Fingerprints one after the other, ascending, each once (L3).
    private static func readOpen(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> [UInt128] {
        let start = offset
        let length = try CBOR.peekLength(input, offset)
        guard length.isMultiple(of: UInt64(Fingerprint.byteCount)) else {
            throw DecodeError(.wrongLength, at: start)
        }
        guard length / UInt64(Fingerprint.byteCount) <= UInt64(limit) else {
            throw DecodeError(.tooMany, at: start)
        }
        let bytes = try CBOR.readBytes(input, &offset, limit: .max)
        var open: [UInt128] = []
        open.reserveCapacity(bytes.count / Fingerprint.byteCount)
        for place in stride(from: 0, to: bytes.count, by: Fingerprint.byteCount) {
            let number = bytes[place..<place + Fingerprint.byteCount]
                .reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
            if let last = open.last, last >= number { throw DecodeError(.keyOrder, at: start) }
            open.append(number)
        }
        return open
    }
}

extension RevocationListContent {
    /// What the list says of a justificatif issued on `day` (Spec/lists.md 4.5).
    package func status(
        of fingerprint: @autoclosure () -> Fingerprint, issued day: Day, _ hasher: some Hashing
    ) -> RevocationStatus {
        guard day >= firstDay else { return .notCovered }
        if day > lastClosedDay {
            if !open.isEmpty, Sorted.contains(fingerprint().number, in: open.span) {
                return .revoked
            }
            return day <= issued.day ? .notRevoked : .issuedLater
        }
        let place = places[day.number - firstDay.number]
        return place >= 0 && days[place].holds(fingerprint(), hasher) ? .revoked : .notRevoked
    }
}

/// What a revocation list says of one justificatif.
package enum RevocationStatus: Equatable, Sendable {
    case revoked
    case notRevoked
    /// Issued on a day after the list was made: it cannot know.
    case issuedLater
    /// Issued before the first day the list speaks of.
    case notCovered
}
