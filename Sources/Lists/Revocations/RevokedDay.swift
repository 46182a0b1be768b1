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
    ///
    /// `free` are the places after the day before it, up to the last closed day; `limit` is how
    /// many revocations there may be.
    init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, firstDay: Day, _ free: Range<Int>,
        limit: Int
    ) throws(DecodeError) {
        try CBOR.readArrayHead(input, &offset, count: 6)
        day = firstDay.adding(days: try RevokedDay.readPlace(input, &offset, free))
        let countAt = offset
        let count = try CBOR.readUnsigned(input, &offset)
        guard count > 0 else { throw DecodeError(.outOfRange, at: countAt) }
        guard count <= UInt64(limit) else { throw DecodeError(.tooMany, at: countAt) }
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
            input, range, count: Int(count), width: width, parameter: parameter)
        offset = range.upperBound
    }

    private static func readPlace(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, _ free: Range<Int>
    ) throws(DecodeError) -> Int {
        let start = offset
        let place = try CBOR.readUnsigned(input, &offset)
        guard place >= UInt64(free.lowerBound) else { throw DecodeError(.keyOrder, at: start) }
        guard place < UInt64(free.upperBound) else { throw DecodeError(.outOfRange, at: start) }
        return Int(place)
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

/// Binary search.
enum Sorted {
    /// Whether an ascending run of numbers holds this one.
    static func contains<Number: FixedWidthInteger>(
        _ number: Number, in numbers: borrowing Span<Number>
    ) -> Bool {
        var low = 0
        var length = numbers.count
        while length > 1 {
            let half = length / 2
            // No early exit: the two ways cost the same, so the processor need not guess.
            low = numbers[low + half] <= number ? low + half : low
            length -= half
        }
        return length == 1 && numbers[low] == number
    }
}
