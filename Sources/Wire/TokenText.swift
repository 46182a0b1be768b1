/// The text of a justificatif: `JF1:` and base32 (Spec/token.md 3.1).
package enum TokenText {
    package static let prefix = "JF1:"

    /// What the beginning of a text says it is, before anything is decoded.
    package enum Origin: Equatable, Sendable {
        /// `JF1:` in any case: ours, and of this version.
        case ours
        /// `JF2:` to `JF9:`: ours, later than this software.
        case laterVersion
        /// Anything else: another service's code.
        case foreign
    }

    /// Reads the prefix only.
    ///
    /// The case is ignored here so that a lower-case text is called damaged and not foreign;
    /// `decode` is strict.
    package static func origin(of text: String) -> Origin {
        let start = text.utf8.span
        guard start.count >= 4, start[0] | 0x20 == UInt8(ascii: "j"),
            start[1] | 0x20 == UInt8(ascii: "f"), start[3] == UInt8(ascii: ":")
        else { return .foreign }
        switch start[2] {
        case UInt8(ascii: "1"): return .ours
        case UInt8(ascii: "2")...UInt8(ascii: "9"): return .laterVersion
        default: return .foreign
        }
    }

    /// The text of a token: `JF1:` and its base32.
    package static func encode(_ token: [UInt8]) -> String {
        prefix + Base32.encode(token)
    }

    /// The bytes of a text whose origin is `.ours`.
    ///
    /// Throws `too-long` beyond `Limits.tokenCharacters`, `text-character` for a lower-case
    /// prefix or a character outside the alphabet, and what `Base32.decode` throws.
    package static func decode(_ text: String) throws(DecodeError) -> [UInt8] {
        let bytes = text.utf8.span
        if bytes.count <= Limits.tokenCharacters, isASCII(bytes) { return try decode(bytes) }
        // One byte a character, so that places can be counted; what is not ASCII is in no alphabet.
        let characters = text.unicodeScalars.prefix(Limits.tokenCharacters + 1)
            .map { UInt8(exactly: $0.value) ?? 0xFF }
        return try decode(characters.span)
    }

    private static func isASCII(_ bytes: borrowing Span<UInt8>) -> Bool {
        var all: UInt8 = 0
        for index in bytes.indices { all |= bytes[index] }
        return all < 0x80
    }

    private static func decode(_ characters: borrowing Span<UInt8>) throws(DecodeError) -> [UInt8] {
        guard characters.count <= Limits.tokenCharacters else {
            throw DecodeError(.tooLong, at: Limits.tokenCharacters)
        }
        let prefix = prefix.utf8.span
        for place in prefix.indices {
            guard place < characters.count, characters[place] == prefix[place] else {
                throw DecodeError(.textCharacter, at: 0)
            }
        }
        return try Base32.decode(characters, from: prefix.count)
    }

    /// The named input step before the strict token (Spec/token.md 3.1): white space and line ends
    /// around a text, and the byte order mark that some editors put first, are taken off.
    ///
    /// Nothing else is repaired.
    package static func trimmed(_ text: String) -> String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let bytes = text.utf8.span
        let isMarked =
            bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        var (start, end) = (isMarked ? 3 : 0, bytes.count)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while start < end, isSpace(bytes[end - 1]) { end -= 1 }
        if start == 0, end == bytes.count { return text }
        return String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
    }
}
