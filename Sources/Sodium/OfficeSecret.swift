internal import CSodium
internal import Files

/// What an office computes identifiers from that only it can compute again (Spec/signing.md 4).
///
/// 32 bytes in guarded memory; it cannot be asked for them. Safe to share: nothing of it changes
/// once it is made.
///
///     justificatif-office-secret/1
///     <32 bytes>
package final class OfficeSecret: @unchecked Sendable {
    private static let firstLine = Array("justificatif-office-secret/1\n".utf8)
    private static let byteCount = 32

    private let bytes: SecretBytes

    /// A new secret from the system's randomness.
    package init(_ crypto: SodiumCrypto) throws(SodiumFault) {
        var bytes = try SecretBytes(count: OfficeSecret.byteCount)
        unsafe bytes.withMutablePointer { unsafe randombytes_buf($0, OfficeSecret.byteCount) }
        self.bytes = bytes
    }

    /// Reads the file of a secret straight into guarded memory.
    ///
    /// Throws `FileFault` for a file that cannot be read and `notAnOfficeSecret`.
    package init(reading path: String, _ crypto: SodiumCrypto) throws {
        let line = OfficeSecret.firstLine
        let content: SecretBytes
        do { content = try KeyFile.content(of: path) } catch SodiumFault.notAKeyFile {
            throw SodiumFault.notAnOfficeSecret
        }
        guard content.count == line.count + OfficeSecret.byteCount, content.starts(with: line)
        else { throw SodiumFault.notAnOfficeSecret }
        bytes = try content.slice(line.count..<content.count)
    }

    /// Writes it to a new file that only its owner can read.
    ///
    /// An existing file is never replaced: `FileFault` `exists`.
    package func write(to path: String) throws {
        let content = try SecretBytes(OfficeSecret.firstLine, then: bytes)
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
}
