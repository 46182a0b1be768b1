/// 32 bytes that are an Ed25519 public key: a point of prime order, not the identity.
///
/// No other point can be constructed, so code that holds a `PublicKey` need not check again
/// (Spec/token.md 5).
package struct PublicKey: Hashable, Sendable {
    package static let byteCount = 32
    package let bytes: [UInt8]

    /// Nil when the bytes are not 32, not canonical, not on the curve or not of prime order.
    package init?(_ bytes: [UInt8], checkedBy checker: some SignatureChecking) {
        guard bytes.count == PublicKey.byteCount, checker.isPrimeOrderPoint(bytes) else {
            return nil
        }
        self.bytes = bytes
    }

    /// The first 8 bytes of SHA-256 of the key.
    package func identifier(_ hasher: some Hashing) -> KeyIdentifier {
        KeyIdentifier(hashOf: hasher.sha256(bytes))
    }
}

/// The `kid` of a key: a hint for finding the key in a list, never a proof (Spec/token.md 3.2).
package struct KeyIdentifier: Hashable, Sendable, Comparable {
    package static let byteCount = 8
    private let value: UInt64

    fileprivate init(hashOf digest: Digest) { self.init(number: UInt64(digest.start >> 64)) }

    /// The eight bytes as one number, the first the highest.
    init(number: UInt64) { self.value = number }

    /// Nil unless 8 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == KeyIdentifier.byteCount else { return nil }
        self.value = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Writes it as a byte string.
    func write(to output: inout OutputSpan<UInt8>) {
        output.appendHead(.bytes, UInt64(KeyIdentifier.byteCount))
        output.appendBytes(of: value, count: KeyIdentifier.byteCount)
    }

    /// The eight bytes, the first the highest.
    package var bytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * $0)) }
    }

    package static func < (first: KeyIdentifier, second: KeyIdentifier) -> Bool {
        first.value < second.value
    }
}

extension KeyIdentifier: CustomStringConvertible {
    package var description: String { Hexadecimal.encode(bytes) }
}
