import Files
import Glibc
import Sodium
import TestSupport
import Testing
import Wire

@Suite struct OfficeSecretTests {
    private static let line = Array("justificatif-office-secret/1\n".utf8)

    private static func secret(_ bytes: [UInt8]) throws -> OfficeSecret {
        let folder = TemporaryFolder()
        let path = folder.write(line + bytes, as: "office.secret")
        return try OfficeSecret(reading: path, Practice.crypto)
    }

    /// Keys and values of RFC 4231, test cases 1 and 2, whose keys are shorter: HMAC fills a key up
    /// with zeros (RFC 2104 section 2).
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
    ])
    func isTheHMACOfTheRFC(key: [UInt8], message: String, code: String) throws {
        let filled = key + [UInt8](repeating: 0, count: 32 - key.count)
        let found = try Self.secret(filled).code(of: Array(message.utf8))
        #expect(Hexadecimal.encode(found) == code)
    }

    @Test func readsWhatItWrites() throws {
        let folder = TemporaryFolder()
        let secret = try OfficeSecret(Practice.crypto)
        try secret.write(to: folder.file("a"))
        #expect(
            try OfficeSecret(reading: folder.file("a"), Practice.crypto).code(of: [1])
                == secret.code(of: [1]))
        #expect(try OfficeSecret(Practice.crypto).code(of: [1]) != secret.code(of: [1]))
        #expect(folder.contents(of: "a")?.count == Self.line.count + 32)
    }

    @Test func onlyItsOwnerCanReadItAndItIsNeverOverwritten() throws {
        let folder = TemporaryFolder()
        let secret = try OfficeSecret(Practice.crypto)
        try secret.write(to: folder.file("a"))
        var status = stat()
        #expect(unsafe stat(folder.file("a"), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let error = #expect(throws: FileFault.self) { try secret.write(to: folder.file("a")) }
        #expect(error?.code == .exists)
        #expect(folder.names == ["a"])
    }

    @Test(arguments: [31, 33])
    func refusesAnotherLength(count: Int) {
        #expect(throws: SodiumFault.notAnOfficeSecret) {
            try Self.secret([UInt8](repeating: 1, count: count))
        }
    }

    @Test func refusesAKey() throws {
        let folder = TemporaryFolder()
        let key = try SecretKey(role: .issuer, Practice.crypto)
        try KeyFile.write(key, to: folder.file("a.key"), passphrase: nil, Practice.crypto)
        #expect(throws: SodiumFault.notAnOfficeSecret) {
            try OfficeSecret(reading: folder.file("a.key"), Practice.crypto)
        }
        #expect(throws: SodiumFault.notAnOfficeSecret) {
            try OfficeSecret(reading: folder.write([], as: "empty"), Practice.crypto)
        }
    }
}
