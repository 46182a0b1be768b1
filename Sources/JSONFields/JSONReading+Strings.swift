extension JSONReading {
    /// A string, from its opening to its closing quotation mark (RFC 8259 section 7).
    static func readString(
        _ text: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(JSONSyntaxFault) -> String {
        offset += 1
        var bytes: [UInt8] = []
        while true {
            let byte = try peek(text, offset)
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): bytes += String(try readEscape(text, &offset)).utf8
            case 0..<0x20: throw JSONSyntaxFault(.controlCharacter, at: offset)
            default:
                bytes.append(byte)
                offset += 1
            }
        }
    }

    private static func readEscape(
        _ text: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(JSONSyntaxFault) -> Character {
        let start = offset
        let letter = try peek(text, offset + 1)
        offset += 2
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try readScalar(text, &offset, from: start))
        default: throw JSONSyntaxFault(.escape, at: start)
        }
    }

    /// The character of `\uXXXX`, or of two of them that are a surrogate pair.
    ///
    /// A surrogate without its other half is no character, and UTF-8 has no form for it.
    private static func readScalar(
        _ text: borrowing Span<UInt8>, _ offset: inout Int, from start: Int
    ) throws(JSONSyntaxFault) -> Unicode.Scalar {
        let first = try readHexadecimal(text, &offset)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), offset + 1 < text.count,
            text[offset] == UInt8(ascii: "\\"), text[offset + 1] == UInt8(ascii: "u")
        else { throw JSONSyntaxFault(.loneSurrogate, at: start) }
        offset += 2
        let second = try readHexadecimal(text, &offset)
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONSyntaxFault(.loneSurrogate, at: start) }
        return scalar
    }

    private static func readHexadecimal(
        _ text: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(JSONSyntaxFault) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek(text, offset)
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONSyntaxFault(.escape, at: offset)
            }
            number = number << 4 | UInt32(digit)
            offset += 1
        }
        return number
    }
}
