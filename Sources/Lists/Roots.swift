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
