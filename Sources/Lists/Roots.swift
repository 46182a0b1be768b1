package import Wire

/// The root keys a verifier is born with, or has adopted since (Spec/lists.md 2).
package struct Roots: Equatable, Sendable {
    /// 1 for the first; each rotation adds one.
    package let version: UInt64
    /// How many different root keys must have signed a trust list: 1 to the number of keys.
    package let threshold: Int
    /// 1 to `Limits.rootKeys`, in ascending order of their bytes, each once.
    package let keys: [PublicKey]

    /// Nil if the threshold cannot be met or a key comes twice.
    package init?(version: UInt64, threshold: Int, keys: [PublicKey]) {
        guard (1...UInt64(UInt32.max)).contains(version),
            (1...Limits.rootKeys).contains(keys.count), (1...keys.count).contains(threshold),
            Set(keys).count == keys.count
        else { return nil }
        self.version = version
        self.threshold = threshold
        self.keys = keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// The payload of a root document: `{1: version, 2: threshold, 3: [key, ...]}`.
    package var payload: [UInt8] {
        var writer = CBORWriter()
        writer.map(3)
        writer.unsigned(1)
        writer.unsigned(version)
        writer.unsigned(2)
        writer.integer(Int64(threshold))
        writer.unsigned(3)
        writer.array(keys.count)
        for key in keys { writer.byteString(key.bytes) }
        return writer.bytes
    }

    /// What two people compare by telephone: 16 bytes of SHA-256 of the payload, in hexadecimal
    /// groups of four.
    package func fingerprint(_ hasher: some Hashing) -> String {
        let digits = Array(Hexadecimal.encode(hasher.sha256(payload).bytes.prefix(16)))
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: " ")
    }
}

extension Roots {
    /// Reads the payload of a root document (Spec/lists.md 2.2).
    ///
    /// Refuses a threshold that cannot be met (`out-of-range`), keys out of order or twice
    /// (`key-order`) and a key not of prime order.
    package init(
        reading payload: [UInt8], checkedBy checker: some SignatureChecking
    ) throws(DecodeError) {
        let input = payload.span
        var offset = 0
        var mapKeys = try MapFields.begin(input, &offset, known: 3)
        try MapFields.expect(1, &mapKeys, input, &offset)
        let version = try Roots.number(input, &offset, 1...UInt64(UInt32.max))
        try MapFields.expect(2, &mapKeys, input, &offset)
        let threshold = try Roots.number(input, &offset, 1...UInt64(Limits.rootKeys))
        try MapFields.expect(3, &mapKeys, input, &offset)
        let keys = try MapFields.readKeys(
            input, &offset, limit: Limits.rootKeys, checkedBy: checker)
        try MapFields.end(&mapKeys, input, &offset)
        try CBOR.readEnd(input, offset)
        guard let roots = Roots(version: version, threshold: Int(threshold), keys: keys) else {
            throw DecodeError(.outOfRange, at: 1)
        }
        self = roots
    }

    private static func number(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, _ range: ClosedRange<UInt64>
    ) throws(DecodeError) -> UInt64 {
        let start = offset
        let number = try CBOR.readUnsigned(input, &offset)
        guard range.contains(number) else { throw DecodeError(.outOfRange, at: start) }
        return number
    }
}
