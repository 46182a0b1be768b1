package import Explaining

/// Checks Ed25519 by the rule of Spec/token.md section 5.
package protocol SignatureChecking: Sendable {
    /// Whether 32 bytes encode, canonically, a point of prime order.
    func isPrimeOrderPoint(_ bytes: [UInt8]) -> Bool
    /// Cofactorless: encode([S]B - [k]A) equals the 32 bytes R, with S below L.
    func isValid(_ signature: Signature, for message: borrowing Span<UInt8>, by key: PublicKey)
        -> Bool
}

/// SHA-256 (FIPS 180-4).
package protocol Hashing: Sendable {
    func sha256(_ bytes: borrowing Span<UInt8>) -> Digest
}

extension Hashing {
    /// The same of an array.
    package func sha256(_ bytes: [UInt8]) -> Digest { sha256(bytes.span) }
}

/// Holds a secret key and signs with it; the secret itself cannot be asked for.
package protocol Signing {
    var publicKey: PublicKey { get }
    /// An Ed25519 signature of `message`; a signer outside of this process throws `SignerFault`.
    func signature(for message: [UInt8]) throws -> Signature
}

/// Why a signer gave no signature: a matter of the signer, whatever it was to sign.
package protocol SignerFault: Explained {}

/// A 64-byte Ed25519 signature, not yet checked against anything.
package struct Signature: Hashable, Sendable {
    package static let byteCount = 64
    /// Where they were read, as a part of the message that holds them.
    package let bytes: ArraySlice<UInt8>

    /// Nil unless 64 bytes are given.
    package init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == Signature.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The same of an array.
    package init?(_ bytes: [UInt8]) { self.init(bytes[...]) }
}

/// The 32 bytes of a SHA-256.
package struct Digest: Hashable, Sendable {
    package static let byteCount = 32
    /// The first sixteen bytes as one number, the first byte the highest.
    package let start: UInt128
    /// The last sixteen.
    package let rest: UInt128

    /// Nil unless 32 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Digest.byteCount else { return nil }
        self.init(bytes.span)
    }

    /// Of 32 bytes.
    package init(_ bytes: borrowing Span<UInt8>) {
        precondition(bytes.count == Digest.byteCount)
        var halves: (UInt128, UInt128) = (0, 0)
        for index in 0..<16 {
            halves.0 = halves.0 << 8 | UInt128(bytes[index])
            halves.1 = halves.1 << 8 | UInt128(bytes[16 + index])
        }
        (start, rest) = halves
    }

    /// All of them, one after the other.
    package var bytes: [UInt8] {
        [start, rest].flatMap { half in
            (0..<16).map { UInt8(truncatingIfNeeded: half >> UInt128(120 - 8 * $0)) }
        }
    }
}

/// What a signature is for: the `external_aad` of RFC 9052 section 4.4, so that a signature made
/// for one thing is never one for another.
///
/// It costs no byte on the wire.
package enum SignatureDomain: String, Sendable {
    case token = "justificatif/token/1"
    case root = "justificatif/root/1"
    case trust = "justificatif/trust/1"
    case revocations = "justificatif/revocations/1"

    /// The bytes of `external_aad`.
    package var bytes: [UInt8] { Array(rawValue.utf8) }
}

/// What a key is for.
///
/// A key has one role and keeps it.
package enum KeyRole: String, CaseIterable, Sendable {
    case issuer
    case revocations
    case root
}
