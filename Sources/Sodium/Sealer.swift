internal import CSodium

/// Seals and opens under one key: XChaCha20-Poly1305 with a random nonce in front.
package struct Sealer: ~Copyable {
    private static let nonceBytes = 24
    private static let tagBytes = 16

    private let key: SecretBytes

    init(key: consuming SecretBytes) { self.key = key }

    /// Nonce and ciphertext, 40 bytes more than `bytes`; it opens only with the same `associated`.
    package borrowing func seal(_ bytes: [UInt8], with associated: [UInt8]) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: Sealer.nonceBytes)
        unsafe randombytes_buf(&nonce, nonce.count)
        var sealed = [UInt8](repeating: 0, count: bytes.count + Sealer.tagBytes)
        unsafe key.withPointer {
            unsafe _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                &sealed, nil, bytes, UInt64(bytes.count), associated, UInt64(associated.count), nil,
                nonce, $0)
        }
        return nonce + sealed
    }

    /// What was sealed; nil unless key, `associated` and every byte are the same.
    package borrowing func open(_ sealed: [UInt8], with associated: [UInt8]) -> [UInt8]? {
        let nonce = Array(sealed.prefix(Sealer.nonceBytes))
        let rest = Array(sealed.dropFirst(Sealer.nonceBytes))
        guard rest.count >= Sealer.tagBytes else { return nil }
        var bytes = [UInt8](repeating: 0, count: rest.count - Sealer.tagBytes)
        let result = unsafe key.withPointer {
            unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
                &bytes, nil, nil, rest, UInt64(rest.count), associated, UInt64(associated.count),
                nonce, $0)
        }
        return result == 0 ? bytes : nil
    }
}
