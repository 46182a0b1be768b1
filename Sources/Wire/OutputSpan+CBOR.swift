extension CBOR {
    /// The longest head, in bytes.
    static let headBytes = 9
}

/// What is signed is written where there is room for it already, so that checking a signature takes
/// no memory of its own.
extension OutputSpan<UInt8> {
    /// Appends a head in its shortest form (RFC 8949 section 4.2.1).
    mutating func appendHead(_ major: CBOR.Major, _ argument: UInt64) {
        let initial = major.rawValue << 5
        if argument < 24 {
            append(initial | UInt8(argument))
            return
        }
        let (information, width): (UInt8, Int) =
            switch argument {
            case ...0xFF: (24, 1)
            case ...0xFFFF: (25, 2)
            case ...0xFFFF_FFFF: (26, 4)
            default: (27, 8)
            }
        append(initial | information)
        appendBytes(of: argument, count: width)
    }

    /// Appends the lowest bytes of a number, the highest of them first.
    mutating func appendBytes(of number: UInt64, count: Int) {
        for place in (0..<count).reversed() {
            append(UInt8(truncatingIfNeeded: number >> UInt64(place * 8)))
        }
    }

    /// Appends bytes as a byte string.
    mutating func appendByteString(_ bytes: borrowing Span<UInt8>) {
        appendHead(.bytes, UInt64(bytes.count))
        append(copying: bytes)
    }

    /// Appends a text, or its bytes as a byte string.
    mutating func append(_ text: String, as major: CBOR.Major) {
        let bytes = text.utf8.span
        appendHead(major, UInt64(bytes.count))
        append(copying: bytes)
    }

    /// Appends bytes that are there already.
    mutating func append(copying bytes: borrowing Span<UInt8>) {
        for index in bytes.indices { append(bytes[index]) }
    }
}
