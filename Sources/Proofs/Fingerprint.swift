package import Wire

/// What a revocation list names a justificatif by: the first 16 bytes of SHA-256 over the signed
/// bytes (`Sig_structure`), which no one can vary as they could a signature (Spec/token.md 4.5).
package struct Fingerprint: Hashable, Sendable {
    package static let byteCount = 16
    package let bytes: [UInt8]

    package init(ofSigned signed: [UInt8], _ hasher: some Hashing) {
        bytes = Array(hasher.sha256(signed).bytes.prefix(Fingerprint.byteCount))
    }
}
