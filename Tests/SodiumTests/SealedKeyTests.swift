import Sodium
import TestSupport
import Testing
import Wire

/// Key files under a passphrase.
///
/// One after the other: each opening takes 256 MiB.
@Suite(.serialized) struct SealedKeyTests {
    static let header = KeyFiles.line(.issuer, "argon2id").count

    @Test func opensWithThePassphraseOnly() throws {
        let folder = TemporaryFolder()
        let path = folder.write(KeyFiles.sealed, as: "sealed.key")
        let key = try KeyFiles.read(path, passphrase: "ouvre-toi", in: folder)
        #expect(key.publicKey == (try KeyFiles.plain(in: folder)).publicKey)
        #expect(key.role == .issuer)
        for wrong in ["ouvre-toi ", "Ouvre-toi"] {
            #expect(throws: SodiumFault.wrongPassphrase) {
                try KeyFiles.read(path, passphrase: wrong, in: folder)
            }
        }
    }

    @Test func asksForThePassphrase() {
        let folder = TemporaryFolder()
        let path = folder.write(KeyFiles.sealed, as: "sealed.key")
        #expect(throws: SodiumFault.passphraseNeeded) { try KeyFiles.read(path) }
        #expect(throws: SodiumFault.emptyPassphrase) {
            try KeyFiles.read(path, passphrase: "", in: folder)
        }
        #expect(throws: SodiumFault.emptyPassphrase) {
            try KeyFiles.read(path, passphrase: "\nouvre-toi", in: folder)
        }
    }

    @Test func holdsNoSeedThatCanBeRead() {
        let bytes = KeyFiles.sealed
        #expect(bytes.starts(with: KeyFiles.line(.issuer, "argon2id")))
        #expect(bytes.count == SealedKeyTests.header + 16 + 24 + 48)
        let run = Array(KeyFiles.seed.prefix(8))
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: run) })
    }

    /// The first line is part of the seal: a key cannot be given another role with an editor.
    @Test func refusesAnotherRole() {
        let folder = TemporaryFolder()
        let body = KeyFiles.sealed.dropFirst(SealedKeyTests.header)
        let path = folder.write(KeyFiles.line(.root, "argon2id") + body, as: "root.key")
        #expect(throws: SodiumFault.wrongPassphrase) {
            try KeyFiles.read(path, passphrase: "ouvre-toi", in: folder)
        }
    }

    /// A bit of the salt, of the nonce, of the seed and of the mark at its end.
    @Test(arguments: [0, 16, 40, 87])
    func refusesAnAlteredByte(place: Int) {
        let folder = TemporaryFolder()
        var bytes = KeyFiles.sealed
        bytes[SealedKeyTests.header + place] ^= 1
        let path = folder.write(bytes, as: "sealed.key")
        #expect(throws: SodiumFault.wrongPassphrase) {
            try KeyFiles.read(path, passphrase: "ouvre-toi", in: folder)
        }
    }

    @Test func refusesAFileCutShortOrMadeLonger() {
        let folder = TemporaryFolder()
        let line = Array(KeyFiles.sealed.prefix(SealedKeyTests.header))
        for bytes in [Array(KeyFiles.sealed.dropLast()), KeyFiles.sealed + [0], line] {
            let path = folder.write(bytes, as: "sealed.key")
            #expect(throws: SodiumFault.notAKeyFile) {
                try KeyFiles.read(path, passphrase: "ouvre-toi", in: folder)
            }
        }
    }
}
