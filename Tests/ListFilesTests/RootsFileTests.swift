import Explaining
import ListFiles
import Lists
import TestSupport
import Testing
import Wire

@Suite struct RootsFileTests {
    static let keys = [Practice.root, Practice.secondRoot].map {
        Hexadecimal.encode($0.publicKey.bytes)
    }

    static func text(
        format: String = "justificatif-roots/1", version: String = "1", threshold: String = "1",
        keys: [String] = keys
    ) -> String {
        let list = keys.map { "\"\($0)\"" }.joined(separator: ", ")
        return """
            {"format": "\(format)", "version": \(version), "threshold": \(threshold), \
            "keys": [\(list)]}
            """
    }

    static func read(_ text: String) throws -> Roots {
        let folder = TemporaryFolder()
        return try RootsFile.read(
            folder.write(Array(text.utf8), as: "roots.pub"), Practice.crypto)
    }

    @Test func readsWhatItWrites() throws {
        let roots = TrustBuilder.roots(Practice.root, Practice.secondRoot, threshold: 2)
        #expect(try RootsFileTests.read(RootsFile.text(roots)) == roots)
        let text = RootsFileTests.text(threshold: "2")
        #expect(try RootsFileTests.read(text) == roots)
    }

    @Test(arguments: [
        (text(format: "justificatif-roots/2"), "format"), (text(version: "0"), "version"),
        (text(version: "-1"), "version"), (text(version: "\"1\""), "version"),
        (text(threshold: "0"), "threshold"), (text(threshold: "3"), "threshold"),
        (text(threshold: "-1"), "threshold"), (text(threshold: "1.5"), "threshold"),
        (text(keys: []), "threshold"), (text(keys: [keys[0], keys[0]]), "threshold"),
        (text(keys: [keys[0], "00"]), "keys[1]"),
        (text(keys: ["01" + String(repeating: "0", count: 62)]), "keys[0]"),
        (text(version: "1, \"treshold\": 1"), "did you mean \"threshold\"?"),
        ("{}", "\"format\" is missing"), ("nonsense", "JSON"),
    ])
    func refusesAnImpossibleFileAndSaysWhatIsWrong(text: String, word: String) {
        let error = #expect(throws: (any Error).self) { try RootsFileTests.read(text) }
        let message = error.map { Explanation(of: $0).english } ?? ""
        #expect(message.contains(word), "\(message)")
        #expect(message.contains("roots.pub") && !message.contains("\n"))
    }
}
