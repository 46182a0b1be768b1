import Files
import Glibc
import Sodium
import TestSupport
import Testing
import Wire

@Suite struct OfficeSecretTests {
    private static let line = Array("justificatif-office-secret/1\n".utf8)

    private static func secret(_ bytes: [UInt8]) throws -> KeyedSecret {
        let folder = TemporaryFolder()
        let path = folder.write(line + bytes, as: "office.secret")
        return try KeyedSecret(reading: path, .office, Practice.crypto)
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
        let secret = try KeyedSecret(.office, Practice.crypto)
        try secret.write(to: folder.file("a"))
        #expect(
            try KeyedSecret(reading: folder.file("a"), .office, Practice.crypto).code(of: [1])
                == secret.code(of: [1]))
        #expect(try KeyedSecret(.office, Practice.crypto).code(of: [1]) != secret.code(of: [1]))
        #expect(folder.contents(of: "a")?.count == Self.line.count + 32)
    }

    @Test func onlyItsOwnerCanReadItAndItIsNeverOverwritten() throws {
        let folder = TemporaryFolder()
        let secret = try KeyedSecret(.office, Practice.crypto)
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
        #expect(throws: SodiumFault.notASecret(.office)) {
            try Self.secret([UInt8](repeating: 1, count: count))
        }
    }

    @Test func refusesAKey() throws {
        let folder = TemporaryFolder()
        let key = try SecretKey(role: .issuer, Practice.crypto)
        try KeyFile.write(key, to: folder.file("a.key"), passphrase: nil, Practice.crypto)
        #expect(throws: SodiumFault.notASecret(.office)) {
            try KeyedSecret(reading: folder.file("a.key"), .office, Practice.crypto)
        }
        #expect(throws: SodiumFault.notASecret(.office)) {
            try KeyedSecret(reading: folder.write([], as: "empty"), .office, Practice.crypto)
        }
    }

    @Test func aSecretOfAnotherPurposeIsRefused() throws {
        let folder = TemporaryFolder()
        try KeyedSecret(.office, Practice.crypto).write(to: folder.file("a"))
        #expect(throws: SodiumFault.notASecret(.space)) {
            try KeyedSecret(reading: folder.file("a"), .space, Practice.crypto)
        }
    }

    @Test func opensWhatItSealedAndNothingElse() throws {
        let secret = try KeyedSecret(.space, Practice.crypto)
        let sealer = try secret.sealer(for: [1])
        let other = try secret.sealer(for: [2])
        for bytes in [[], [7], Array("Ce texte est scellé".utf8)] {
            let sealed = sealer.seal(bytes, with: [1, 2])
            #expect(sealed.count == bytes.count + 40)
            #expect(sealed != sealer.seal(bytes, with: [1, 2]), "another nonce each time")
            #expect(sealer.open(sealed, with: [1, 2]) == bytes)
            #expect(sealer.open(sealed, with: [1, 3]) == nil)
            #expect(other.open(sealed, with: [1, 2]) == nil)
            for place in sealed.indices {
                var altered = sealed
                altered[place] ^= 1
                #expect(sealer.open(altered, with: [1, 2]) == nil)
            }
            #expect(sealer.open(Array(sealed.dropLast()), with: [1, 2]) == nil)
        }
        #expect(sealer.open([], with: []) == nil)
    }
}
