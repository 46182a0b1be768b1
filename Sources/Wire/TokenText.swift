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
        let start = Array(text.utf8.prefix(4))
        guard start.count == 4, start[0] | 0x20 == UInt8(ascii: "j"),
            start[1] | 0x20 == UInt8(ascii: "f"), start[3] == UInt8(ascii: ":")
        else { return .foreign }
        switch start[2] {
        case UInt8(ascii: "1"): return .ours
        case UInt8(ascii: "2")...UInt8(ascii: "9"): return .laterVersion
        default: return .foreign
        }
    }

    package static func encode(_ token: [UInt8]) -> String {
        prefix + Base32.encode(token)
    }

    /// The bytes of a text whose origin is `.ours`.
    ///
    /// Throws `too-long` beyond `Limits.tokenCharacters`, `text-character` for a lower-case
    /// prefix or a character outside the alphabet, and what `Base32.decode` throws.
    package static func decode(_ text: String) throws(DecodeError) -> [UInt8] {
        // One byte a character, for whoever counts places; what is not ASCII is in no alphabet.
        let isASCII = text.utf8.prefix(Limits.tokenCharacters + 1).allSatisfy { $0 < 0x80 }
        let characters =
            isASCII
            ? Array(text.utf8.prefix(Limits.tokenCharacters + 1))
            : text.unicodeScalars.prefix(Limits.tokenCharacters + 1)
                .map { UInt8(exactly: $0.value) ?? 0xFF }
        guard characters.count <= Limits.tokenCharacters else {
            throw DecodeError(.tooLong, at: Limits.tokenCharacters)
        }
        guard characters.starts(with: prefix.utf8) else {
            throw DecodeError(.textCharacter, at: 0)
        }
        return try Base32.decode(characters.span, from: prefix.utf8.count)
    }

    /// The named input step before the strict token (Spec/token.md 3.1): white space and line ends
    /// around a text, and the byte order mark that some editors put first, are taken off.
    ///
    /// Nothing else is repaired.
    package static func trimmed(_ text: String) -> String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let marked = text.utf8.starts(with: byteOrderMark)
        let bytes = text.utf8.dropFirst(marked ? byteOrderMark.count : 0)
        guard let first = bytes.firstIndex(where: { !isSpace($0) }),
            let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
