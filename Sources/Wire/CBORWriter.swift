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
        append(upTo: CBOR.headBytes) { $0.appendHead(major, argument) }
    }

    /// Appends what `write` puts out, at most `count` bytes.
    mutating func append(upTo count: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        bytes.append(addingCapacity: count, initializingWith: write)
    }

    /// Writes a whole number from 0 on.
    package mutating func unsigned(_ value: UInt64) { head(.unsigned, value) }

    /// Writes a whole number.
    package mutating func integer(_ value: Int64) {
        let (major, argument) = value < 0 ? (CBOR.Major.negative, -1 - value) : (.unsigned, value)
        head(major, UInt64(argument))
    }

    /// Writes a byte string.
    package mutating func byteString(_ value: [UInt8]) { byteString(value[...]) }

    /// The same of a part of other bytes.
    package mutating func byteString(_ value: ArraySlice<UInt8>) {
        head(.bytes, UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Writes a text.
    package mutating func text(_ value: String) {
        head(.text, UInt64(value.utf8.count))
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
