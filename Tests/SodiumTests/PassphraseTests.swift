import Explaining
import Files
import Glibc
import Sodium
import TestSupport
import Testing

@Suite struct PassphraseTests {
    /// Whether the first lines of two files are taken for the same words.
    static func areSame(_ first: String, _ second: String) throws -> Bool {
        let folder = TemporaryFolder()
        let one = try Passphrase.read(fromFile: folder.write(secret: Array(first.utf8), as: "one"))
        let two = try Passphrase.read(fromFile: folder.write(secret: Array(second.utf8), as: "two"))
        return Passphrase.areSame(one, two)
    }

    @Test(arguments: [
        ("mot", "mot", true), ("mot", "mot\n", true), ("mot\nautre", "mot\n", true),
        ("mot", "mots", false), ("mot", "Mot", false), ("mot", "mot ", false), ("é", "e", false),
        (" mot", "mot", false),
    ])
    func isTheFirstLineAsItStands(first: String, second: String, same: Bool) throws {
        #expect(try PassphraseTests.areSame(first, second) == same)
    }

    @Test(arguments: ["", "\n", "\nmot"])
    func isNeverEmpty(content: String) {
        let folder = TemporaryFolder()
        let path = folder.write(secret: Array(content.utf8), as: "words")
        #expect(throws: SodiumFault.emptyPassphrase) {
            _ = try Passphrase.read(fromFile: path).count
        }
    }

    @Test func aMadeOneHasLettersThatNobodyConfuses() throws {
        let crypto = try SodiumCrypto()
        let words = (0..<64).map { _ in Passphrase.made(crypto) }
        #expect(words.allSatisfy { $0.count == 33 && $0.last == UInt8(ascii: "\n") })
        #expect(Set(words).count == words.count)
        let used = Set(words.flatMap { $0.dropLast() })
        #expect(used == Set("abcdefghijkmnpqrstuvwxyz23456789".utf8))
    }

    @Test func countsBytes() throws {
        let folder = TemporaryFolder()
        let path = folder.write(secret: Array("été\n".utf8), as: "words")
        #expect(try Passphrase.read(fromFile: path).count == 5)
    }

    @Test(arguments: [(0o644, false), (0o604, false), (0o602, false), (0o600, true), (0o640, true)])
    func isNotTakenFromAFileThatEverybodyMayRead(mode: UInt32, isTaken: Bool) {
        let folder = TemporaryFolder()
        let path = folder.write(secret: Array("mot".utf8), as: "words")
        #expect(unsafe chmod(path, mode) == 0)
        do {
            #expect(try Passphrase.read(fromFile: path).count == 3)
            #expect(isTaken)
        } catch {
            let fault = error as? FileFault
            #expect(!isTaken && fault?.code == .readableByAll)
            #expect(fault?.explanation.english.contains("chmod 600 \(path)") == true)
        }
    }

    @Test func comesFromAFileOnly() {
        let folder = TemporaryFolder()
        let error = #expect(throws: FileFault.self) {
            _ = try Passphrase.read(fromFile: folder.path).count
        }
        #expect(error?.code == .notAFile)
    }
}
