/// RFC 4648 section 6 base32, upper case, without padding, one form only (Spec/token.md 3.1).
package enum Base32 {
    private static let alphabet: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The characters of RFC 4648 6, without padding.
    package static func encode(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity((bytes.count * 8 + 4) / 5)
        var pending: UInt32 = 0
        var pendingBits = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            pendingBits += 8
            while pendingBits >= 5 {
                pendingBits -= 5
                characters.append(alphabet[Int(pending >> UInt32(pendingBits) & 31)])
            }
            pending &= (1 << UInt32(pendingBits)) - 1
        }
        if pendingBits > 0 {
            characters.append(alphabet[Int(pending << UInt32(5 - pendingBits) & 31)])
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Decodes `characters[start...]`.
    ///
    /// Refuses a character outside the alphabet (`text-character`), a length that no byte count
    /// gives (`text-length`) and left-over bits that are not zero (`text-trailing-bits`): without
    /// these three rules one justificatif would have several texts.
    package static func decode(
        _ characters: borrowing Span<UInt8>, from start: Int
    ) throws(DecodeError) -> [UInt8] {
        let count = characters.count - start
        switch count % 8 {
        case 1, 3, 6: throw DecodeError(.textLength, at: characters.count)
        default: break
        }
        let whole = characters.count - count % 8
        return try [UInt8](capacity: count * 5 / 8) { output throws(DecodeError) in
            for index in stride(from: start, to: whole, by: 8) {
                output.appendBytes(of: try group(characters, index..<index + 8), count: 5)
            }
            let rest = try group(characters, whole..<characters.count)
            let (restBytes, leftOver) = (count % 8 * 5).quotientAndRemainder(dividingBy: 8)
            guard rest & ((1 << UInt64(leftOver)) - 1) == 0 else {
                throw DecodeError(.textTrailingBits, at: characters.count - 1)
            }
            output.appendBytes(of: rest >> UInt64(leftOver), count: restBytes)
        }
    }

    /// The bits of up to eight characters, of which eight are five bytes.
    private static func group(
        _ characters: borrowing Span<UInt8>, _ range: Range<Int>
    ) throws(DecodeError) -> UInt64 {
        var bits: UInt64 = 0
        for index in range {
            guard let value = value(of: characters[index]) else {
                throw DecodeError(.textCharacter, at: index)
            }
            bits = bits << 5 | UInt64(value)
        }
        return bits
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character &- UInt8(ascii: "A")
        case UInt8(ascii: "2")...UInt8(ascii: "7"): character &- UInt8(ascii: "2") &+ 26
        default: nil
        }
    }
}
