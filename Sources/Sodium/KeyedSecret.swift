internal import CSodium
internal import Files

/// A secret that codes and keys are computed from, which nobody else can compute.
///
/// 32 bytes in guarded memory; it cannot be asked for them. Safe to share: nothing of it changes
/// once it is made.
///
///     justificatif-office-secret/1
///     <32 bytes>
package final class KeyedSecret: @unchecked Sendable {
    /// What it is for; the file of one purpose is not taken for another.
    package enum Purpose: String, CaseIterable, Sendable {
        /// Identifiers of justificatifs (Spec/signing.md 4).
        case office
        /// What a portal keeps of persons (Spec/space.md 2).
        case space

        fileprivate var firstLine: [UInt8] { Array("justificatif-\(rawValue)-secret/1\n".utf8) }
    }

    private static let byteCount = 32

    private let purpose: Purpose
    private let bytes: SecretBytes

    /// A new secret from the system's randomness.
    package init(_ purpose: Purpose, _ crypto: SodiumCrypto) throws(SodiumFault) {
        var bytes = try SecretBytes(count: KeyedSecret.byteCount)
        unsafe bytes.withMutablePointer { unsafe randombytes_buf($0, KeyedSecret.byteCount) }
        self.bytes = bytes
        self.purpose = purpose
    }

    /// Reads the file of a secret straight into guarded memory.
    ///
    /// Throws `FileFault` for a file that cannot be read, and `notASecret` for one of another form
    /// or purpose.
    package init(reading path: String, _ purpose: Purpose, _ crypto: SodiumCrypto) throws {
        let line = purpose.firstLine
        let content: SecretBytes
        do { content = try KeyFile.content(of: path) } catch SodiumFault.notAKeyFile {
            throw SodiumFault.notASecret(purpose)
        }
        guard content.count == line.count + KeyedSecret.byteCount, content.starts(with: line)
        else { throw SodiumFault.notASecret(purpose) }
        bytes = try content.slice(line.count..<content.count)
        self.purpose = purpose
    }

    /// Writes it to a new file that only its owner can read.
    ///
    /// An existing file is never replaced: `FileFault` `exists`.
    package func write(to path: String) throws {
        let content = try SecretBytes(purpose.firstLine, then: bytes)
        try unsafe content.withPointer {
            unsafe try FileWriting.write(
                UnsafeRawBufferPointer(start: $0, count: content.count), to: path, mode: 0o600,
                existing: .refuse)
        }
    }

    /// HMAC-SHA-256 of the message under this secret (RFC 2104), 32 bytes.
    package func code(of message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        unsafe bytes.withPointer {
            unsafe _ = crypto_auth_hmacsha256(&code, message, UInt64(message.count), $0)
        }
        return code
    }

    /// What seals under the code of `message`, which stays in guarded memory.
    package func sealer(for message: [UInt8]) throws(SodiumFault) -> Sealer {
        var key = try SecretBytes(count: 32)
        unsafe bytes.withPointer { secret in
            unsafe key.withMutablePointer {
                unsafe _ = crypto_auth_hmacsha256($0, message, UInt64(message.count), secret)
            }
        }
        return Sealer(key: key)
    }
}
