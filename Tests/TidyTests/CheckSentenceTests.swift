import Foundation
import TestSupport
import Testing

/// What the three `check` commands find wrong, sentence by sentence.
@Suite struct CheckSentenceTests {
    private static func text(below folders: String...) throws -> String {
        try folders.flatMap { folder in
            let place = "\(Checkout.root)/\(folder)"
            return try FileManager.default.contentsOfDirectory(atPath: place)
                .filter { $0.hasSuffix(".swift") }.sorted()
                .map { try String(contentsOfFile: "\(place)/\($0)", encoding: .utf8) }
        }.joined(separator: "\n")
    }

    /// The longest part of each French sentence that no value of a machine interrupts.
    private static func sentences(in source: String) -> [String] {
        source.matches(of: /\.bad\(\s*"((?:[^"\\]|\\.)*)"/).compactMap { found in
            found.output.1.split(separator: /\\\([^()]*(?:\([^()]*\)[^()]*)*\)/)
                .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " ,;:(")) }
                .max { $0.count < $1.count }
        }.filter { $0.contains(where: \.isLetter) }
    }

    /// A test breaks the thing and reads the sentence, so it spells it.
    @Test func aTestProducesEverySentence() throws {
        let sentences = Self.sentences(
            in: try Self.text(
                below: "Sources/SpoolService/Checks", "Sources/Checking", "Sources/Office/Checks"))
        let tests = try Self.text(
            below: "Tests/SpoolServiceTests", "Tests/DaemonTests", "Tests/OfficeTests")
        #expect(sentences.count >= 38)
        for sentence in sentences { #expect(tests.contains(sentence), "\(sentence)") }
    }

    @Test func readsTheLongestPartOfASentence() {
        let source = #"""
            .bad(
                "\(path) : droits \(String(mode, radix: 8)), trop larges", "x", command: "y")
            .bad("\(what.french) : \(why.french)", "x", fix: fix(fault))
            """#
        #expect(Self.sentences(in: source) == ["trop larges"])
    }
}
