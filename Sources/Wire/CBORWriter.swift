/// Writes deterministic CBOR (RFC 8949 section 4.2.1).
///
/// The caller writes map keys in order.
package struct CBORWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// With room for so many bytes before it grows.
    package init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Writes a head in its shortest form.
    package mutating func head(_ major: CBOR.Major, _ argument: UInt64) {
        let initial = major.rawValue << 5
        if argument < 24 {
            bytes.append(initial | UInt8(argument))
            return
        }
        let (information, width): (UInt8, Int) =
            switch argument {
            case ...0xFF: (24, 1)
            case ...0xFFFF: (25, 2)
            case ...0xFFFF_FFFF: (26, 4)
            default: (27, 8)
            }
        bytes.append(initial | information)
        for place in (0..<width).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: argument >> UInt64(place * 8)))
        }
    }

    /// Writes a whole number from 0 on.
    package mutating func unsigned(_ value: UInt64) { head(.unsigned, value) }

    /// Writes a whole number.
    package mutating func integer(_ value: Int64) {
        let (major, argument) = value < 0 ? (CBOR.Major.negative, -1 - value) : (.unsigned, value)
        head(major, UInt64(argument))
    }

    /// Writes a byte string.
    package mutating func byteString(_ value: [UInt8]) {
        head(.bytes, UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Writes a number as a byte string of 8 bytes, its highest byte first.
    package mutating func byteString(of number: UInt64) {
        head(.bytes, 8)
        for shift in (0..<8).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift * 8)))
        }
    }

    /// Writes a text.
    package mutating func text(_ value: String) {
        head(.text, UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    /// Writes the bytes of a text as a byte string.
    package mutating func byteString(ofText value: String) {
        head(.bytes, UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    /// Writes the head of an array; its items follow.
    package mutating func array(_ count: Int) { head(.array, UInt64(count)) }

    /// Writes the head of a map; its pairs follow, keys ascending.
    package mutating func map(_ count: Int) { head(.map, UInt64(count)) }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) { head(.simple, value ? 21 : 20) }

    /// Writes `null`.
    package mutating func null() { head(.simple, 22) }

    /// Bytes that are an encoded item already.
    package mutating func encoded(_ item: [UInt8]) { bytes.append(contentsOf: item) }
}
