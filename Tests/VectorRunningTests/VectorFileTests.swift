import Explaining
import Testing
import VectorRunning

/// A file that is not exactly as Vectors/README.md says is no vector.
@Suite struct VectorFileTests {
    static let good = """
        kind: base32
        comment: one byte
        flags: rfc4648
        rules: X7
        expect: valid
        bytes: 66

        MY
        """

    private func file(
        _ text: String, named name: String = "text_one-byte"
    ) throws(VectorFault) -> VectorFile {
        try VectorFile(parsing: Array(text.utf8), named: name)
    }

    @Test func readsHeaderAndPayload() throws {
        let file = try file(Self.good)
        #expect(file.layer == .text)
        #expect(file.kind == .base32)
        #expect(try file.only("bytes") == "66")
        #expect(file.payload == Array("MY".utf8))
    }

    @Test func readsAValueThatBeginsWithACombiningMark() throws {
        let file = try file(Self.good.replacing("one byte", with: "\u{301} alone"))
        #expect(try file.only("comment") == "\u{301} alone")
    }

    @Test(arguments: [
        (good.replacing("comment:", with: "coment:"), "unknown key"),
        (good.replacing("rules: X7\n", with: ""), "\"rules\" is there 0 times"),
        (good.replacing("flags: rfc4648", with: "flags: a\nflags: b"), "2 times"),
        (good.replacing("expect: valid", with: "expect: fine"), "\"fine\" is no answer"),
        (good.replacing("kind: base32", with: "kind: base64"), "no kind that is known"),
        (good.replacing("kind: base32\n", with: ""), "no kind that is known"),
        (good.replacing("bytes: 66", with: "bytes:66"), "a space is missing"),
        (good.replacing("bytes: 66", with: "bytes"), "no header line"),
        (good.replacing("\n\nMY", with: ""), "no empty line"),
    ])
    func refusesWhatIsNoVector(text: String, problem: String) {
        #expect { try file(text) } throws: { Explanation(of: $0).english.contains(problem) }
    }

    @Test func refusesANameOfNoLayer() {
        #expect(throws: VectorFault.self) { try file(Self.good, named: "base32_one-byte") }
    }

    @Test func putsInTheBytesOfARun() throws {
        let text = """
            kind: verdict
            comment: c
            flags: f
            rules: X3
            run: 1 41 3
            input: code
            roots: r
            lists: none
            installed: 2026-11-03T00:00:00Z
            now: 2026-11-03T00:00:00Z
            expect: malformed

            <>
            """
        #expect(try file(text).payload == Array("<AAA>".utf8))
        for run in ["3 41 3", "1 4 3", "1 41 0", "1 41 99999999", "1 41"] {
            #expect(throws: VectorFault.self) {
                try file(text.replacing("1 41 3", with: run))
            }
        }
    }
}
