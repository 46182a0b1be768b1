internal import CSodium
package import Wire

/// An Ed25519 secret key in guarded memory.
///
/// It signs; it cannot be asked for its bytes. Safe to share: nothing of it changes once it is
/// made.
package final class SecretKey: Signing, @unchecked Sendable {
    package let role: KeyRole
    package let publicKey: PublicKey
    /// libsodium's 64-byte form: seed and public key.
    private let expanded: SecretBytes
    let seed: SecretBytes

    static let seedByteCount = 32

    /// A new key from the system's randomness.
    package convenience init(role: KeyRole, _ crypto: SodiumCrypto) throws(SodiumFault) {
        var seed = try SecretBytes(count: SecretKey.seedByteCount)
        unsafe seed.withMutablePointer { unsafe randombytes_buf($0, SecretKey.seedByteCount) }
        try self.init(seed: seed, role: role, crypto)
    }

    /// The key of a 32-byte seed (RFC 8032 section 5.1.5).
    init(
        seed: consuming SecretBytes, role: KeyRole, _ crypto: SodiumCrypto
    ) throws(SodiumFault) {
        var expanded = try SecretBytes(count: 64)
        var publicBytes = [UInt8](repeating: 0, count: PublicKey.byteCount)
        unsafe seed.withPointer { seedBytes in
            unsafe expanded.withMutablePointer {
                unsafe _ = crypto_sign_seed_keypair(&publicBytes, $0, seedBytes)
            }
        }
        guard let publicKey = PublicKey(publicBytes, checkedBy: crypto) else {
            throw .notAKeyFile
        }
        self.publicKey = publicKey
        self.role = role
        self.expanded = expanded
        self.seed = seed
    }

    /// The Ed25519 signature of a message (RFC 8032).
    package func signature(for message: [UInt8]) throws -> Signature {
        var bytes = [UInt8](repeating: 0, count: Signature.byteCount)
        unsafe expanded.withPointer {
            unsafe _ = crypto_sign_detached(&bytes, nil, message, UInt64(message.count), $0)
        }
        guard let signature = Signature(bytes) else { throw SodiumFault.unavailable }
        return signature
    }
}
