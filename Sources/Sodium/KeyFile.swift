internal import Files
package import Wire

/// A secret key file: one line of text that says what it is, then bytes.
///
///     justificatif-secret-key/1 issuer plain
///     <32 bytes: seed>
///
///     justificatif-secret-key/1 issuer argon2id
///     <16 bytes: salt> <24 bytes: nonce> <48 bytes: seed, sealed>
///
/// The first line is associated data of the seal, so that a role cannot be changed by editing.
package enum KeyFile {
    private static let magic = "justificatif-secret-key/1"
    private static let largest = 512

    private static func firstLine(_ role: KeyRole, sealed: Bool) -> [UInt8] {
        Array("\(magic) \(role.rawValue) \(sealed ? "argon2id" : "plain")\n".utf8)
    }

    /// Writes a key, under a passphrase if one is given, to a new file only its owner can read.
    ///
    /// An existing file is never replaced: `FileFault` `exists`.
    package static func write(
        _ key: SecretKey, to path: String, passphrase: consuming SecretBytes?,
        _ crypto: SodiumCrypto
    ) throws {
        let content = try content(of: key, passphrase, crypto)
        try unsafe content.withPointer {
            unsafe try FileWriting.write(
                UnsafeRawBufferPointer(start: $0, count: content.count), to: path, mode: 0o600,
                existing: .refuse)
        }
    }

    private static func content(
        of key: SecretKey, _ passphrase: consuming SecretBytes?, _ crypto: SodiumCrypto
    ) throws -> SecretBytes {
        guard let words = passphrase.take() else {
            return try SecretBytes(firstLine(key.role, sealed: false), then: key.seed)
        }
        let line = firstLine(key.role, sealed: true)
        let body = try SealedSeed.seal(key.seed, line, words, crypto)
        return try SecretBytes(line + body, then: SecretBytes(count: 0))
    }

    /// Reads a secret key file straight into guarded memory.
    ///
    /// `passphrase` is called only when the file is under one. Throws `FileFault` for a file that
    /// cannot be read and `SodiumFault` for one that is no key or does not open.
    package static func read(
        _ path: String, _ crypto: SodiumCrypto, passphrase: () throws -> SecretBytes
    ) throws -> SecretKey {
        let content = try content(of: path)
        for role in KeyRole.allCases {
            let plain = firstLine(role, sealed: false)
            if content.starts(with: plain) {
                guard content.count == plain.count + SecretKey.seedByteCount else {
                    throw SodiumFault.notAKeyFile
                }
                let seed = try content.slice(plain.count..<content.count)
                return try SecretKey(seed: seed, role: role, crypto)
            }
            let sealed = firstLine(role, sealed: true)
            if content.starts(with: sealed) {
                let body = try content.slice(sealed.count..<content.count)
                let seed = try SealedSeed.open(body, sealed, passphrase())
                return try SecretKey(seed: seed, role: role, crypto)
            }
        }
        throw SodiumFault.notAKeyFile
    }

    /// The role in the first line of a secret key file, which is not opened further; nil for a
    /// file that is none or cannot be read.
    package static func role(ofSecret path: String) -> KeyRole? {
        // Of a regular file only: what a pipe holds is for its next reader.
        guard let file = try? Descriptor(reading: path), let content = try? content(of: file, path)
        else { return nil }
        for role in KeyRole.allCases {
            if content.starts(with: firstLine(role, sealed: false)) { return role }
            if content.starts(with: firstLine(role, sealed: true)) { return role }
        }
        return nil
    }

    /// What is in a file of a secret, in guarded memory.
    static func content(of path: String) throws -> SecretBytes {
        try content(of: Descriptor.secretInput(path), path)
    }

    private static func content(
        of file: borrowing Descriptor, _ path: String
    ) throws -> SecretBytes {
        var buffer = try SecretBytes(count: largest)
        let count = try unsafe buffer.withMutablePointer {
            unsafe try file.fill(.init(start: $0, count: largest), named: path)
        }
        guard count > 0, count < largest else { throw SodiumFault.notAKeyFile }
        return try buffer.slice(0..<count)
    }
}
