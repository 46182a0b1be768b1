/// Reads JSON text (RFC 8259) strictly: UTF-8 without a byte order mark, nothing but white space
/// around the value, and no name twice in one object.
///
/// Each function reads one thing at `offset` and moves it past what was read.
enum JSONReading {
    /// How deep arrays and objects may be nested.
    ///
    /// The deepest file that we read has six levels.
    static let depthLimit = 64

    /// The one value of a text.
    ///
    /// Throws every code of `JSONSyntaxFault`.
    static func value(of text: borrowing Span<UInt8>) throws(JSONSyntaxFault) -> JSONValue {
        var offset = 0
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            throw JSONSyntaxFault(.byteOrderMark, at: 0)
        }
        try checkUTF8(text)
        skipSpace(text, &offset)
        let value = try readValue(text, &offset, depth: 0)
        skipSpace(text, &offset)
        guard offset == text.count else { throw JSONSyntaxFault(.afterValue, at: offset) }
        return value
    }

    private static func checkUTF8(_ text: borrowing Span<UInt8>) throws(JSONSyntaxFault) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: copy text)
        } catch {
            throw JSONSyntaxFault(.notUTF8, at: error.byteOffsets.lowerBound)
        }
    }

    private static func readValue(
        _ text: borrowing Span<UInt8>, _ offset: inout Int, depth: Int
    ) throws(JSONSyntaxFault) -> JSONValue {
        switch try peek(text, offset) {
        case UInt8(ascii: "{"): return try readObject(text, &offset, depth: depth + 1)
        case UInt8(ascii: "["): return try readArray(text, &offset, depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try readString(text, &offset))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try readNumber(text, &offset)
        case UInt8(ascii: "t"): return try readWord("true", .bool(true), text, &offset)
        case UInt8(ascii: "f"): return try readWord("false", .bool(false), text, &offset)
        case UInt8(ascii: "n"): return try readWord("null", .null, text, &offset)
        default: throw JSONSyntaxFault(.unexpectedCharacter, at: offset)
        }
    }

    private static func readObject(
        _ text: borrowing Span<UInt8>, _ offset: inout Int, depth: Int
    ) throws(JSONSyntaxFault) -> JSONValue {
        try open(depth: depth, &offset)
        var members: [(key: String, value: JSONValue)] = []
        var places: [Int] = []
        skipSpace(text, &offset)
        if try take(UInt8(ascii: "}"), text, &offset) { return .object([:]) }
        while true {
            skipSpace(text, &offset)
            guard try peek(text, offset) == UInt8(ascii: "\"") else {
                throw JSONSyntaxFault(.unexpectedCharacter, at: offset)
            }
            places.append(offset)
            let name = try readString(text, &offset)
            skipSpace(text, &offset)
            try expect(UInt8(ascii: ":"), text, &offset)
            skipSpace(text, &offset)
            members.append((name, try readValue(text, &offset, depth: depth)))
            skipSpace(text, &offset)
            if try take(UInt8(ascii: "}"), text, &offset) {
                return .object(try object(members, at: places))
            }
            try expect(UInt8(ascii: ","), text, &offset)
        }
    }

    /// The object of these members, whose names begin at `places`.
    ///
    /// Throws `nameTwice` at the first name that was there before.
    private static func object(
        _ members: [(key: String, value: JSONValue)], at places: [Int]
    ) throws(JSONSyntaxFault) -> JSONObject {
        let object = JSONObject(members)
        if object.members.count == members.count { return object }
        // Compared as bytes: Unicode calls some different names the same.
        var names: Set<[UInt8]> = []
        for (member, place) in zip(members, places)
        where !names.insert(Array(member.key.utf8)).inserted {
            throw JSONSyntaxFault(.nameTwice, at: place)
        }
        return object
    }

    private static func readArray(
        _ text: borrowing Span<UInt8>, _ offset: inout Int, depth: Int
    ) throws(JSONSyntaxFault) -> JSONValue {
        try open(depth: depth, &offset)
        var items: [JSONValue] = []
        skipSpace(text, &offset)
        if try take(UInt8(ascii: "]"), text, &offset) { return .array([]) }
        while true {
            skipSpace(text, &offset)
            items.append(try readValue(text, &offset, depth: depth))
            skipSpace(text, &offset)
            if try take(UInt8(ascii: "]"), text, &offset) { return .array(items) }
            try expect(UInt8(ascii: ","), text, &offset)
        }
    }

    private static func open(depth: Int, _ offset: inout Int) throws(JSONSyntaxFault) {
        guard depth <= depthLimit else { throw JSONSyntaxFault(.tooDeep, at: offset) }
        offset += 1
    }

    private static func readWord(
        _ word: StaticString, _ value: JSONValue, _ text: borrowing Span<UInt8>,
        _ offset: inout Int
    ) throws(JSONSyntaxFault) -> JSONValue {
        for byte in word.description.utf8 { try expect(byte, text, &offset) }
        return value
    }

    /// A number: `integer` if it is digits only and fits 64 bits, else `decimal` as written.
    private static func readNumber(
        _ text: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(JSONSyntaxFault) -> JSONValue {
        let start = offset
        _ = try take(UInt8(ascii: "-"), text, &offset)
        let first = offset
        try readDigits(text, &offset)
        if text[first] == UInt8(ascii: "0"), offset - first > 1 {
            throw JSONSyntaxFault(.leadingZero, at: first)
        }
        var isWhole = true
        if offset < text.count, text[offset] == UInt8(ascii: ".") {
            isWhole = false
            offset += 1
            try readDigits(text, &offset)
        }
        if offset < text.count, text[offset] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            offset += 1
            if offset < text.count,
                text[offset] == UInt8(ascii: "+") || text[offset] == UInt8(ascii: "-")
            {
                offset += 1
            }
            try readDigits(text, &offset)
        }
        let written = String(copying: text.extracting(start..<offset))
        if isWhole, let number = Int64(written) { return .integer(number) }
        return .decimal(written)
    }

    private static func readDigits(
        _ text: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(JSONSyntaxFault) {
        guard isDigit(try peek(text, offset)) else {
            throw JSONSyntaxFault(.unexpectedCharacter, at: offset)
        }
        while offset < text.count, isDigit(text[offset]) { offset += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    static func skipSpace(_ text: borrowing Span<UInt8>, _ offset: inout Int) {
        while offset < text.count {
            switch text[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    static func peek(
        _ text: borrowing Span<UInt8>, _ offset: Int
    ) throws(JSONSyntaxFault) -> UInt8 {
        guard offset < text.count else { throw JSONSyntaxFault(.unexpectedEnd, at: offset) }
        return text[offset]
    }

    private static func take(
        _ byte: UInt8, _ text: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(JSONSyntaxFault) -> Bool {
        guard try peek(text, offset) == byte else { return false }
        offset += 1
        return true
    }

    static func expect(
        _ byte: UInt8, _ text: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(JSONSyntaxFault) {
        guard try take(byte, text, &offset) else {
            throw JSONSyntaxFault(.unexpectedCharacter, at: offset)
        }
    }
}

extension String {
    /// The text of bytes that are known to be UTF-8.
    init(copying bytes: borrowing Span<UInt8>) {
        self = String(decoding: (0..<bytes.count).map { bytes[$0] }, as: UTF8.self)
    }
}
