/// CBOR and base32 put together by hand: what the product writes, and what it never would.
///
/// It shares no code with the product.
package enum HandWriter {
    /// A head; `width` 0, 1, 2, 4 or 8 bytes of argument, the shortest when not given.
    package static func head(_ major: UInt8, _ argument: UInt64, width: Int? = nil) -> [UInt8] {
        let shortest =
            if argument < 24 {
                0
            } else if argument < 256 {
                1
            } else if argument < 65_536 {
                2
            } else if argument < 4_294_967_296 {
                4
            } else {
                8
            }
        let width = width ?? shortest
        if width == 0 { return [major * 32 + UInt8(argument)] }
        let information: [Int: UInt8] = [1: 24, 2: 25, 4: 26, 8: 27]
        let places = (0..<width).reversed().map { UInt8(argument >> (UInt64($0) * 8) & 255) }
        return [major * 32 + (information[width] ?? 31)] + places
    }

    package static func unsigned(_ value: UInt64) -> [UInt8] { head(0, value) }

    /// -1 - `argument`.
    package static func negative(_ argument: UInt64) -> [UInt8] { head(1, argument) }

    package static func bytes(_ value: [UInt8]) -> [UInt8] { head(2, UInt64(value.count)) + value }

    package static func text(_ value: String) -> [UInt8] {
        head(3, UInt64(value.utf8.count)) + Array(value.utf8)
    }

    package static func array(_ items: [[UInt8]]) -> [UInt8] {
        head(4, UInt64(items.count)) + items.joined()
    }

    /// Pairs in the order given, right or wrong.
    package static func map(_ pairs: [(key: [UInt8], value: [UInt8])]) -> [UInt8] {
        head(5, UInt64(pairs.count)) + pairs.flatMap { $0.key + $0.value }
    }

    package static let no: [UInt8] = [0xF4]
    package static let yes: [UInt8] = [0xF5]
    package static let null: [UInt8] = [0xF6]

    /// RFC 4648 base32 without padding, by way of a string of bits.
    package static func base32(_ bytes: [UInt8]) -> String {
        var bits = bytes.map { byte in
            String(repeating: "0", count: byte.leadingZeroBitCount)
                + (byte == 0 ? "" : String(byte, radix: 2))
        }.joined()
        while !bits.count.isMultiple(of: 5) { bits += "0" }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let all = Array(bits)
        return String(
            stride(from: 0, to: all.count, by: 5).map { start in
                alphabet[Int(String(all[start..<start + 5]), radix: 2) ?? 0]
            })
    }
}
