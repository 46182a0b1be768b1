/// PNG files written byte by byte, so that no library of ours decides what they may announce.
struct HandPNG {
    enum Colour: UInt8 {
        case grey = 0
        case redGreenBlueAlpha = 6
    }

    var bytes: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    /// Only the signature and an IHDR.
    init(width: Int, height: Int, depth: UInt8 = 8, colour: Colour = .grey) {
        let header = bigEndian(width) + bigEndian(height) + [depth, colour.rawValue, 0, 0, 0]
        append("IHDR", header)
    }

    /// A whole picture from its rows of samples, unfiltered and in stored deflate blocks.
    init(rows: [[UInt8]], width: Int, depth: UInt8 = 8, colour: Colour = .grey) {
        self.init(width: width, height: rows.count, depth: depth, colour: colour)
        append("IDAT", stored(rows.flatMap { [0] + $0 }))
        append("IEND", [])
    }

    mutating func append(_ name: String, _ content: [UInt8]) {
        let checked = Array(name.utf8) + content
        bytes += bigEndian(content.count) + checked + bigEndian(Int(crc32(checked)))
    }
}

private func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// A zlib stream of stored blocks.
private func stored(_ content: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var offset = 0
    while offset < content.count {
        let end = min(offset + 65_535, content.count)
        let length = UInt16(end - offset)
        stream.append(end == content.count ? 1 : 0)
        for half in [length, ~length] {
            stream += [UInt8(half & 0xff), UInt8(half >> 8)]
        }
        stream += content[offset..<end]
        offset = end
    }
    return stream + bigEndian(Int(adler32(content)))
}

private func adler32(_ bytes: [UInt8]) -> UInt32 {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
        low = (low + UInt32(byte)) % 65_521
        high = (high + low) % 65_521
    }
    return high << 16 | low
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var remainder = ~UInt32(0)
    for byte in bytes {
        remainder ^= UInt32(byte)
        for _ in 0..<8 {
            let isOdd = remainder & 1 == 1
            remainder >>= 1
            if isOdd { remainder ^= 0xedb8_8320 }
        }
    }
    return ~remainder
}
