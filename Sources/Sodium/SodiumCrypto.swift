internal import CSodium
package import Wire

/// Ed25519 and SHA-256 by libsodium.
package struct SodiumCrypto: SignatureChecking, Hashing {
    /// Fails only when libsodium cannot start, for want of a source of randomness.
    package init() throws(SodiumFault) {
        guard SodiumCrypto.isReady else { throw .unavailable }
    }

    /// `sodium_init` must run once before anything else; more calls are harmless.
    private static let isReady = sodium_init() >= 0

    /// The SHA-256 of the bytes.
    package func sha256(_ bytes: borrowing Span<UInt8>) -> Digest {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Digest.byteCount) { hash in
            guard let start = hash.baseAddress else { preconditionFailure("32 bytes") }
            unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe _ = crypto_hash_sha256(start, bytes.baseAddress, UInt64(bytes.count))
            }
            return unsafe Digest(Span(_unsafeElements: hash))
        }
    }

    /// Whether a signature is good by rules E3 to E5 of Spec/token.md 5.
    package func isValid(
        _ signature: Signature, for message: borrowing Span<UInt8>, by key: PublicKey
    ) -> Bool {
        unsafe signature.bytes.withUnsafeBufferPointer { signature in
            guard let start = signature.baseAddress else { return false }
            return unsafe message.withUnsafeBufferPointer { message in
                unsafe crypto_sign_verify_detached(
                    start, message.baseAddress, UInt64(message.count), key.bytes) == 0
            }
        }
    }

    /// Whether [L-1]A is -A, which is A with the other sign (RFC 8032 section 5.1.2).
    ///
    /// The multiplication refuses bytes that are no point, a second encoding of one, and the points
    /// of small order. Before libsodium 1.0.21 its test of the rest lets points through that are of
    /// prime order but for a part of order 2; the product gives that part away.
    package func isPrimeOrderPoint(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == PublicKey.byteCount else { return false }
        var product = bytes
        guard
            unsafe crypto_scalarmult_ed25519_noclamp(
                &product, SodiumCrypto.orderLessOne, bytes) == 0
        else { return false }
        product[PublicKey.byteCount - 1] ^= 0x80
        return product == bytes
    }

    /// L - 1, little-endian, where L = 2^252 + 27742317777372353535851937790883648493.
    private static let orderLessOne: [UInt8] = [
        0xEC, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ]

    /// Fresh random bytes, for an identifier or a salt.
    package func randomBytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        unsafe randombytes_buf(&bytes, count)
        return bytes
    }
}
