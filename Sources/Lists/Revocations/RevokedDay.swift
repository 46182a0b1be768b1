package import Proofs
internal import Wire

/// A closed day of a revocation list on which something was revoked, unpacked for looking up.
package struct RevokedDay: Equatable, Sendable {
    package let day: Day
    /// How many justificatifs issued that day are revoked: of filters, how many the list says.
    package let count: Int
    /// How many bytes its values or columns take in the list.
    package let byteCount: Int
    private let content: Content

    private enum Content: Equatable, Sendable {
        /// Version 1: ascending, each once.
        case values(DayHash, [UInt64])
        /// Version 2.
        case filters(FilteredDay)
    }

    /// Whether this justificatif of that day is revoked: exact for all that were issued.
    func holds(_ fingerprint: Fingerprint, _ hasher: some Hashing) -> Bool {
        switch content {
        case .values(let hash, let values):
            Sorted.contains(hash.value(of: fingerprint, hasher), in: values.span)
        case .filters(let filters): filters.holds(fingerprint, hasher)
        }
    }

    /// Reads `[day - first day, count, ...]`, of six items or of eight (Spec/lists.md 4.2).
    ///
    /// `free` are the places after the day before it, up to the last closed day; `limit` is how
    /// many revocations there may be.
    init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, firstDay: Day, _ free: Range<Int>,
        limit: Int
    ) throws(DecodeError) {
        let coding = try RevokedDay.readCoding(input, &offset)
        day = firstDay.adding(days: try RevokedDay.readPlace(input, &offset, free))
        let countAt = offset
        let count = try CBOR.readUnsigned(input, &offset)
        guard count > 0 else { throw DecodeError(.outOfRange, at: countAt) }
        guard count <= UInt64(limit) else { throw DecodeError(.tooMany, at: countAt) }
        self.count = Int(count)
        switch coding {
        case .values:
            (content, byteCount) = try RevokedDay.readValues(input, &offset, day, count: Int(count))
        case .filters:
            let filters = try FilteredDay(input, &offset, day, count: Int(count))
            content = .filters(filters)
            byteCount = filters.byteCount
        }
    }

    private static func readCoding(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> RevocationCoding {
        let start = offset
        let head = try CBOR.readHead(input, &offset)
        guard head.major == .array else { throw DecodeError(.wrongType, at: start) }
        guard let coding = RevocationCoding(itemCount: head.argument) else {
            throw DecodeError(.wrongLength, at: start)
        }
        return coding
    }

    /// Reads `width, seed, parameter, bits`, and tells how many bytes the bits take.
    private static func readValues(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, _ day: Day, count: Int
    ) throws(DecodeError) -> (Content, Int) {
        let width = try readNumber(input, &offset, 1...UInt64(Limits.revocationWidth))
        let seed = UInt8(try readNumber(input, &offset, 0...255))
        let parameter = try readNumber(input, &offset, 0...UInt64(width))
        let bytes = try CBOR.readByteRange(input, &offset)
        let values = try Rice.decode(
            input, bytes, count: count, width: width, parameter: parameter)
        return (.values(DayHash(day: day, seed: seed, width: width), values), bytes.count)
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

    /// A number in a range, else `out-of-range`.
    static func readNumber(
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
