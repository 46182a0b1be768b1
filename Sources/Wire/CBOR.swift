/// Reads the one deterministic form of CBOR (RFC 8949 section 4.2.1): shortest heads, definite
/// lengths, no tags, no floats.
///
/// A second form of the same value is refused while it is read, so "decoded" implies "re-encodes to
/// the same bytes" (Spec/token.md 3.2).
///
/// Each function reads one thing at `offset` and moves it past what was read.
package enum CBOR {
    /// The major types of RFC 8949 3.1.
    package enum Major: UInt8, Sendable {
        case unsigned, negative, bytes, text, array, map, tag, simple
    }

    /// The first bytes of an item: its type, and its value or length.
    package struct Head: Equatable, Sendable {
        package let major: Major
        package let argument: UInt64
    }

    /// Reads a head; throws for one that is cut, not the shortest form, or of indefinite length.
    package static func readHead(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Head {
        guard offset < input.count else { throw DecodeError(.truncated, at: offset) }
        let initial = input[offset]
        // Three bits always name one of the eight majors.
        let major = Major(rawValue: initial >> 5) ?? .simple
        let information = initial & 31
        switch information {
        case 0..<24:
            offset += 1
            return Head(major: major, argument: UInt64(information))
        case 24, 25, 26, 27:
            let width = 1 << Int(information - 24)
            guard input.count - offset > width else {
                throw DecodeError(.truncated, at: input.count)
            }
            var argument: UInt64 = 0
            for index in 1...width { argument = argument << 8 | UInt64(input[offset + index]) }
            let least: UInt64 = width == 1 ? 24 : 1 << UInt64(width * 4)
            // A float is a simple value with a long head: no simple value we read is that long.
            guard argument >= least, major != .simple else {
                throw DecodeError(major == .simple ? .wrongType : .notShortest, at: offset)
            }
            offset += 1 + width
            return Head(major: major, argument: argument)
        case 31: throw DecodeError(.indefiniteLength, at: offset)
        default: throw DecodeError(.reservedHead, at: offset)
        }
    }

    /// Reads a whole number from 0 on; throws for an item of another type.
    package static func readUnsigned(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> UInt64 {
        try readArgument(of: .unsigned, input, &offset)
    }

    /// A signed integer, as map keys and the algorithm use it; beyond Int64 is `out-of-range`.
    package static func readInteger(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Int64 {
        let start = offset
        let head = try readHead(input, &offset)
        guard head.major == .unsigned || head.major == .negative else {
            throw DecodeError(.wrongType, at: start)
        }
        guard let magnitude = Int64(exactly: head.argument) else {
            throw DecodeError(.outOfRange, at: start)
        }
        return head.major == .unsigned ? magnitude : -1 - magnitude
    }

    /// A byte string of at most `limit` bytes.
    package static func readBytes(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> [UInt8] {
        copy(try readRange(of: .bytes, input, &offset, limit: limit), of: input)
    }

    /// A byte string of exactly `count` bytes, otherwise `wrong-length`.
    package static func readBytes(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, count: Int
    ) throws(DecodeError) -> [UInt8] {
        copy(try readByteRange(input, &offset, count: count), of: input)
    }

    /// Where the content of a byte string is, for reading it where it is.
    package static func readByteRange(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Range<Int> {
        try readRange(of: .bytes, input, &offset, limit: .max)
    }

    /// A byte string of 8 bytes as one number, the first byte the highest; else `wrong-length`.
    package static func readUInt64(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> UInt64 {
        number(input, try readByteRange(input, &offset, count: 8).lowerBound)
    }

    /// The same of 16 bytes.
    package static func readUInt128(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> UInt128 {
        let start = try readByteRange(input, &offset, count: 16).lowerBound
        return UInt128(number(input, start)) << 64 | UInt128(number(input, start + 8))
    }

    /// Eight bytes, the first the highest.
    private static func number(_ input: borrowing Span<UInt8>, _ start: Int) -> UInt64 {
        var number: UInt64 = 0
        for index in start..<start + 8 { number = number << 8 | UInt64(input[index]) }
        return number
    }

    /// The length of the byte string at `offset`, told from its head alone, whatever comes after.
    package static func peekLength(
        _ input: borrowing Span<UInt8>, _ offset: Int
    ) throws(DecodeError) -> UInt64 {
        var ahead = offset
        return try readArgument(of: .bytes, input, &ahead)
    }

    /// A text string of at most `limit` bytes of valid UTF-8.
    package static func readText(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> String {
        let start = offset
        let range = try readRange(of: .text, input, &offset, limit: limit)
        do {
            return String(copying: try UTF8Span(validating: input.extracting(range)))
        } catch {
            throw DecodeError(.notUTF8, at: start)
        }
    }

    /// The number of items of an array, at most `limit`.
    package static func readArrayHead(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> Int {
        try readCount(of: .array, input, &offset, limit: limit)
    }

    /// An array of exactly this many items; refuses others as `wrong-length`.
    package static func readArrayHead(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, count: Int
    ) throws(DecodeError) {
        let start = offset
        guard try readArgument(of: .array, input, &offset) == UInt64(count) else {
            throw DecodeError(.wrongLength, at: start)
        }
    }

    /// The number of pairs of a map, at most `limit`.
    package static func readMapHead(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> Int {
        try readCount(of: .map, input, &offset, limit: limit)
    }

    /// The number of pairs of a map, however high.
    package static func readMapHead(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> UInt64 {
        try readArgument(of: .map, input, &offset)
    }

    /// Reads `true` or `false`; throws for anything else.
    package static func readBool(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Bool {
        let start = offset
        switch try readArgument(of: .simple, input, &offset) {
        case 20: return false
        case 21: return true
        default: throw DecodeError(.wrongType, at: start)
        }
    }

    /// Reads `null` if that comes next, and tells whether it did.
    package static func readNull(_ input: borrowing Span<UInt8>, _ offset: inout Int) -> Bool {
        guard offset < input.count, input[offset] == 0xF6 else { return false }
        offset += 1
        return true
    }

    /// Refuses bytes after the end.
    package static func readEnd(
        _ input: borrowing Span<UInt8>, _ offset: Int
    ) throws(DecodeError) {
        guard offset == input.count else { throw DecodeError(.trailingBytes, at: offset) }
    }

    private static func readArgument(
        of major: Major, _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> UInt64 {
        let start = offset
        let head = try readHead(input, &offset)
        guard head.major == major else { throw DecodeError(.wrongType, at: start) }
        return head.argument
    }

    private static func readRange(
        of major: Major, _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> Range<Int> {
        let start = offset
        let length = try readArgument(of: major, input, &offset)
        // Without a limit of its own it is bounded by what is left.
        guard limit == .max || length <= UInt64(limit) else {
            throw DecodeError(.tooLong, at: start)
        }
        guard length <= UInt64(input.count - offset) else {
            throw DecodeError(.truncated, at: input.count)
        }
        let range = offset..<offset + Int(length)
        offset = range.upperBound
        return range
    }

    private static func copy(_ range: Range<Int>, of input: borrowing Span<UInt8>) -> [UInt8] {
        let content = input.extracting(range)
        return [UInt8](capacity: content.count) { $0.append(copying: content) }
    }

    /// The same of exactly `count` bytes, otherwise `wrong-length`.
    package static func readByteRange(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, count: Int
    ) throws(DecodeError) -> Range<Int> {
        let start = offset
        guard try peekLength(input, offset) == UInt64(count) else {
            throw DecodeError(.wrongLength, at: start)
        }
        return try readRange(of: .bytes, input, &offset, limit: count)
    }

    private static func readCount(
        of major: Major, _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> Int {
        let start = offset
        let count = try readArgument(of: major, input, &offset)
        guard count <= UInt64(limit) else { throw DecodeError(.tooMany, at: start) }
        return Int(count)
    }
}
