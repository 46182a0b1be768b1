package import Proofs
internal import Wire

/// A closed day of a revocation list on which something was revoked, unpacked for looking up.
package struct RevokedDay: Equatable, Sendable {
    package let day: Day
    /// How many bytes its values take in the list.
    package let byteCount: Int
    private let hash: DayHash
    /// Ascending, each once.
    private let values: [UInt64]

    /// How many justificatifs issued that day are revoked.
    package var count: Int { values.count }

    /// Whether this justificatif of that day is revoked: exact for all that were issued.
    func holds(_ fingerprint: Fingerprint, _ hasher: some Hashing) -> Bool {
        Sorted.contains(hash.value(of: fingerprint, hasher), in: values.span)
    }

    /// Reads `[day - first day, count, width, seed, parameter, bits]` (Spec/lists.md 4.2).
    init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, firstDay: Day, limit: Int
    ) throws(DecodeError) {
        try CBOR.readArrayHead(input, &offset, count: 6)
        let place = try RevokedDay.readNumber(
            input, &offset, 0...UInt64(Limits.coveredDays - 1))
        day = firstDay.adding(days: place)
        let countAt = offset
        let count = try RevokedDay.readNumber(input, &offset, 1...UInt64(Int.max))
        guard count <= limit else { throw DecodeError(.tooMany, at: countAt) }
        let width = try RevokedDay.readNumber(input, &offset, 1...UInt64(Limits.revocationWidth))
        let seed = UInt8(try RevokedDay.readNumber(input, &offset, 0...255))
        hash = DayHash(day: day, seed: seed, width: width)
        let parameter = try RevokedDay.readNumber(input, &offset, 0...UInt64(width))
        let bytesAt = offset
        let head = try CBOR.readHead(input, &offset)
        guard head.major == .bytes else { throw DecodeError(.wrongType, at: bytesAt) }
        guard head.argument <= UInt64(input.count - offset) else {
            throw DecodeError(.truncated, at: input.count)
        }
        byteCount = Int(head.argument)
        let range = offset..<offset + byteCount
        values = try Rice.decode(
            input, range, count: count, width: width, parameter: parameter)
        offset = range.upperBound
    }

    private static func readNumber(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, _ range: ClosedRange<UInt64>
    ) throws(DecodeError) -> Int {
        let start = offset
        let number = try CBOR.readUnsigned(input, &offset)
        guard range.contains(number) else { throw DecodeError(.outOfRange, at: start) }
        return Int(number)
    }
}
