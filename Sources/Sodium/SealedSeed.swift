internal import CSodium

/// A seed under a passphrase: salt, nonce, and XChaCha20-Poly1305 of the seed under Argon2id of
/// the passphrase (3 passes over 256 MiB, about half a second).
enum SealedSeed {
    private static let saltBytes = 16
    private static let nonceBytes = 24
    private static let sealedBytes = SecretKey.seedByteCount + 16
    private static let passes: UInt64 = 3
    private static let memoryBytes = 268_435_456

    static func seal(
        _ seed: borrowing SecretBytes, _ line: [UInt8], _ passphrase: borrowing SecretBytes,
        _ crypto: SodiumCrypto
    ) throws(SodiumFault) -> [UInt8] {
        let salt = crypto.randomBytes(saltBytes)
        let nonce = crypto.randomBytes(nonceBytes)
        let key = try stretch(passphrase, salt)
        var sealed = [UInt8](repeating: 0, count: sealedBytes)
        unsafe key.withPointer { key in
            unsafe seed.withPointer { seed in
                unsafe _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                    &sealed, nil, seed, UInt64(SecretKey.seedByteCount), line,
                    UInt64(line.count), nil, nonce, key)
            }
        }
        return salt + nonce + sealed
    }

    /// Throws `wrongPassphrase` when the passphrase, the seal or the first line is not the one.
    static func open(
        _ body: borrowing SecretBytes, _ line: [UInt8], _ passphrase: consuming SecretBytes
    ) throws(SodiumFault) -> SecretBytes {
        guard body.count == saltBytes + nonceBytes + sealedBytes else { throw .notAKeyFile }
        let salt = unsafe body.withPointer {
            unsafe Array(UnsafeBufferPointer(start: $0, count: saltBytes))
        }
        let key = try stretch(passphrase, salt)
        var seed = try SecretBytes(count: SecretKey.seedByteCount)
        let result = unsafe key.withPointer { key in
            unsafe body.withPointer { body in
                unsafe seed.withMutablePointer { seed in
                    unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
                        seed, nil, nil, body + saltBytes + nonceBytes, UInt64(sealedBytes), line,
                        UInt64(line.count), body + saltBytes, key)
                }
            }
        }
        guard result == 0 else { throw .wrongPassphrase }
        return seed
    }

    private static func stretch(
        _ passphrase: borrowing SecretBytes, _ salt: [UInt8]
    ) throws(SodiumFault) -> SecretBytes {
        var key = try SecretBytes(count: 32)
        let length = UInt64(passphrase.count)
        let result = unsafe passphrase.withPointer { words in
            unsafe key.withMutablePointer { key in
                unsafe words.withMemoryRebound(to: CChar.self, capacity: Int(length)) { words in
                    unsafe crypto_pwhash(
                        key, 32, words, length, salt, passes, memoryBytes,
                        crypto_pwhash_ALG_ARGON2ID13)
                }
            }
        }
        guard result == 0 else { throw .outOfMemory }
        return key
    }
}
