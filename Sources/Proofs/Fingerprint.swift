package import Wire

/// What a revocation list names a justificatif by: the first 16 bytes of SHA-256 over the signed
/// bytes (`Sig_structure`), which no one can vary as they could a signature (Spec/token.md 4.5).
package struct Fingerprint: Hashable, Sendable {
    package static let byteCount = 16
    package let bytes: [UInt8]

    package init(ofSigned signed: [UInt8], _ hasher: some Hashing) {
        bytes = Array(hasher.sha256(signed).bytes.prefix(Fingerprint.byteCount))
    }

    /// Nil unless 16 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Fingerprint.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The same as one number, which sorts as the bytes do.
    package init(number: UInt128) {
        bytes = (0..<Fingerprint.byteCount).map {
            UInt8(truncatingIfNeeded: number >> UInt128(120 - 8 * $0))
        }
    }

    /// The bytes as one number, the first byte the highest.
    package var number: UInt128 { bytes.reduce(0) { $0 << 8 | UInt128($1) } }
}
