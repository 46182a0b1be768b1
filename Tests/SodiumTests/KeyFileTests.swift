import Explaining
import Files
import Glibc
import Sodium
import TestSupport
import Testing
import Wire

@Suite struct KeyFileTests {
    static func write(_ key: SecretKey, to path: String) throws {
        try KeyFile.write(key, to: path, passphrase: nil, Practice.crypto)
    }

    @Test(arguments: KeyRole.allCases)
    func readsWhatItWrites(role: KeyRole) throws {
        let folder = TemporaryFolder()
        let key = try SecretKey(role: role, Practice.crypto)
        try KeyFileTests.write(key, to: folder.file("a.key"))
        let read = try KeyFiles.read(folder.file("a.key"))
        #expect(read.role == role)
        #expect(read.publicKey == key.publicKey)
        #expect(try read.signature(for: [1, 2]) == key.signature(for: [1, 2]))
        #expect(folder.contents(of: "a.key")?.starts(with: KeyFiles.line(role)) == true)
        #expect(folder.contents(of: "a.key")?.count == KeyFiles.line(role).count + 32)
    }

    @Test func makesADifferentKeyEachTime() throws {
        let one = try SecretKey(role: .issuer, Practice.crypto)
        let other = try SecretKey(role: .issuer, Practice.crypto)
        #expect(one.publicKey != other.publicKey)
    }

    @Test func onlyItsOwnerCanReadIt() throws {
        let folder = TemporaryFolder()
        try KeyFileTests.write(KeyFiles.plain(in: folder), to: folder.file("a.key"))
        var status = stat()
        #expect(unsafe stat(folder.file("a.key"), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(folder.names == ["a.key", "plain.key"], "nothing else is left beside it")
    }

    @Test func isNeverOverwritten() throws {
        let folder = TemporaryFolder()
        let path = folder.write([1, 2, 3], as: "a.key")
        let error = #expect(throws: FileFault.self) {
            try KeyFileTests.write(KeyFiles.plain(in: folder), to: path)
        }
        #expect(error?.code == .exists)
        #expect(folder.contents(of: "a.key") == [1, 2, 3])
    }

    @Test func asksForNoPassphraseThatIsNotNeeded() throws {
        let folder = TemporaryFolder()
        #expect(throws: Never.self) { try KeyFiles.plain(in: folder) }
    }

    static let junk: [[UInt8]] = [
        [], [0x0A], KeyFiles.line(.issuer), KeyFiles.line(.issuer) + KeyFiles.seed.dropLast(),
        KeyFiles.line(.issuer) + KeyFiles.seed + [0], [UInt8](repeating: 0, count: 32),
        Array("justificatif-secret-key/2 issuer plain\n".utf8) + KeyFiles.seed,
        Array("justificatif-secret-key/1 clerk plain\n".utf8) + KeyFiles.seed,
        Array("justificatif-secret-key/1 issuer rot13\n".utf8) + KeyFiles.seed,
        Array("justificatif-secret-key/1 issuer plain\r\n".utf8) + KeyFiles.seed,
        Array(" justificatif-secret-key/1 issuer plain\n".utf8) + KeyFiles.seed,
        Array("JF1:MZXW6".utf8), [0x89, 0x50, 0x4E, 0x47], [UInt8](repeating: 0x41, count: 512),
        [UInt8](repeating: 0x41, count: 70_000),
    ]

    @Test(arguments: junk)
    func refusesWhatIsNoKeyFile(bytes: [UInt8]) {
        let folder = TemporaryFolder()
        let path = folder.write(bytes, as: "a.key")
        #expect(throws: SodiumFault.notAKeyFile) { try KeyFiles.read(path) }
    }

    @Test func saysWhatIsNoFile() {
        let folder = TemporaryFolder()
        let missing = #expect(throws: FileFault.self) { try KeyFiles.read(folder.file("none")) }
        #expect(missing?.code == .notFound)
        let directory = #expect(throws: FileFault.self) { try KeyFiles.read(folder.path) }
        #expect(directory?.code == .notAFile)
    }

    @Test func tellsNoSecretInWords() throws {
        let folder = TemporaryFolder()
        let key = try KeyFiles.plain(in: folder)
        for words in ["\(key)", String(reflecting: key)] {
            #expect(!words.contains("1f") && !words.contains("31") && words.count < 60, "\(words)")
        }
        let faults: [SodiumFault] = [
            .unavailable, .outOfMemory, .notAKeyFile, .passphraseNeeded, .wrongPassphrase,
            .emptyPassphrase,
        ]
        #expect(Set(faults.map(\.explanation.english)).count == faults.count)
    }
}
