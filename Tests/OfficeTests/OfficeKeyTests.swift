import Files
import Office
import Sodium
import TestSupport
import Testing
import Wire

/// A key signs for one role, and its file says for which.
@Suite final class OfficeKeyTests {
    private let folder = TemporaryFolder()

    /// The pair of a key of this role, under no passphrase.
    private func pair(_ role: KeyRole) throws -> KeyPair {
        let pair = try KeyPair(named: folder.file(role.rawValue))
        _ = try pair.make(role: role, passphrase: nil, Practice.crypto)
        return pair
    }

    private func secret(_ path: String, _ role: KeyRole) throws -> SecretKey {
        try OfficeKey.secret(
            path, role, passphrase: { throw SodiumFault.passphraseNeeded }, Practice.crypto)
    }

    @Test(arguments: KeyRole.allCases)
    func opensBothHalvesOfAKeyOfTheRole(role: KeyRole) throws {
        let pair = try pair(role)
        #expect(
            try secret(pair.secretPath, role).publicKey
                == OfficeKey.published(pair.publicPath, role, Practice.crypto))
    }

    @Test func refusesAKeyOfAnotherRole() throws {
        let pair = try pair(.root)
        #expect(throws: OfficeKeyFault.role(pair.secretPath, .root, wanted: .issuer)) {
            _ = try self.secret(pair.secretPath, .issuer).role
        }
        #expect(throws: OfficeKeyFault.role(pair.publicPath, .root, wanted: .issuer)) {
            try OfficeKey.published(pair.publicPath, .issuer, Practice.crypto)
        }
    }

    @Test func namesTheFileThatIsNoKey() throws {
        let path = folder.write(secret: Array("JF1:".utf8), as: "no.key")
        #expect(throws: OfficeKeyFault.file(path, .notAKeyFile)) {
            _ = try self.secret(path, .issuer).role
        }
        #expect(throws: OfficeKeyFault.file(path, .notASecret(.office))) {
            try OfficeKey.identifying(path, Practice.crypto)
        }
        #expect(throws: FileFault.self) {
            _ = try self.secret(self.folder.file("nowhere.key"), .issuer).role
        }
    }

    @Test func readsTheSecretOfAnOfficeAndOfNothingElse() throws {
        let (office, space) = (folder.file("office.secret"), folder.file("space.secret"))
        try KeyedSecret(.office, Practice.crypto).write(to: office)
        try KeyedSecret(.space, Practice.crypto).write(to: space)
        _ = try OfficeKey.identifying(office, Practice.crypto)
        #expect(throws: OfficeKeyFault.file(space, .notASecret(.office))) {
            try OfficeKey.identifying(space, Practice.crypto)
        }
    }
}
