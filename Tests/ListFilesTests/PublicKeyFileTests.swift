import Explaining
import Files
import JSONFields
import ListFiles
import TestSupport
import Testing
import Wire

@Suite struct PublicKeyFileTests {
    static let hexadecimal = Hexadecimal.encode(Practice.issuer.publicKey.bytes)
    static let kid = Hexadecimal.encode(Practice.issuer.kid)

    static func text(
        format: String = "justificatif-key/1", role: String = "issuer", key: String = hexadecimal,
        kid: String = kid, more: String = ""
    ) -> String {
        """
        {"format": "\(format)", "role": "\(role)", "key": "\(key)", "kid": "\(kid)"\(more)}
        """
    }

    static func read(_ text: String) throws -> PublicKeyFile {
        let folder = TemporaryFolder()
        return try PublicKeyFile(
            reading: folder.write(Array(text.utf8), as: "a.pub"), Practice.crypto)
    }

    static func message(_ text: String) -> String {
        do {
            _ = try read(text)
            return ""
        } catch {
            return Explanation(of: error).english
        }
    }

    @Test(arguments: KeyRole.allCases)
    func readsWhatItWrites(role: KeyRole) throws {
        let file = PublicKeyFile(role: role, key: Practice.issuer.publicKey)
        let read = try PublicKeyFileTests.read(file.text(Practice.crypto))
        #expect(read.role == role)
        #expect(read.key == Practice.issuer.publicKey)
    }

    @Test func readsWhatAnotherWriterWrote() throws {
        #expect(try PublicKeyFileTests.read(PublicKeyFileTests.text()).role == .issuer)
    }

    @Test(arguments: [
        (text(format: "justificatif-key/2"), "format"), (text(role: "clerk"), "role"),
        (text(key: String(hexadecimal.dropLast())), "key"), (text(key: hexadecimal + "00"), "key"),
        (text(key: "01" + String(repeating: "0", count: 62)), "prime order"),
        (text(key: hexadecimal.uppercased()), "hexadecimal"),
        (text(kid: "0000000000000000"), "kid"),
        (text(more: ", \"rolle\": \"root\""), "did you mean \"role\"?"),
        ("{\"format\": \"justificatif-key/1\"}", "\"role\" is missing"), ("", "JSON"),
        ("[]", "list"),
    ])
    func refusesAnAlteredFileAndSaysWhatIsWrong(text: String, word: String) {
        let message = PublicKeyFileTests.message(text)
        #expect(message.contains(word), "\(message)")
        #expect(message.contains("a.pub") && !message.contains("\n"))
    }

    @Test func refusesALargeFile() {
        let folder = TemporaryFolder()
        let path = folder.write([UInt8](repeating: 0x20, count: 4_097), as: "a.pub")
        let error = #expect(throws: FileFault.self) {
            try PublicKeyFile(reading: path, Practice.crypto)
        }
        #expect(error?.code == .tooLarge)
    }
}
