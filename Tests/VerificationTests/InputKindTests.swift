import Testing
import Verification

@Suite struct InputKindTests {
    @Test(
        arguments: [
            [0x89, 0x50, 0x4E, 0x47], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0],
            [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xE0, 0x00],
        ] as [[UInt8]])
    func tellsAPictureByItsFirstBytes(bytes: [UInt8]) {
        #expect(InputKind(of: bytes) == .picture)
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E], [0x89, 0x50, 0x4E, 0x48], [0xFF, 0xD8], [0xFF, 0xD8, 0xFE], [0x00],
            [0x4A, 0x46, 0x31, 0x3A, 0x00], [0x41, 0x7F], [0x41, 0x08], [0x0E], [0x1B, 0x5B],
            [0xC3], [0xED, 0xA0, 0x80], [0xFE, 0xFF, 0x00, 0x4A],
            [0x25, 0x50, 0x44, 0x46, 0x0A, 0xE2],
        ] as [[UInt8]])
    func callsJunkUnknown(bytes: [UInt8]) {
        #expect(InputKind(of: bytes) == .unknown)
    }

    @Test(arguments: ["JF1:MZXW6", " JF1:AA\r\n", "é", "a\tb\u{B}\u{C}", "PNG", "~"])
    func keepsTextWithTheSpaceAroundIt(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .text(text))
    }

    @Test func searchesNoTextThatIsTooLong() {
        let longest = [UInt8](repeating: 0x41, count: InputKind.textBytes)
        #expect(InputKind(of: longest) == .text(String(decoding: longest, as: UTF8.self)))
        #expect(InputKind(of: longest + [0x41]) == .longText)
        #expect(InputKind(of: longest + [0x00]) == .unknown)
        #expect(InputKind(of: [0xFF, 0xD8, 0xFF] + longest) == .picture)
    }

    @Test(arguments: ["", " ", "\r\n\t ", "\u{A0}", "\u{2028}"])
    func callsWhiteSpaceAloneEmpty(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .empty)
    }

    /// White space and an accent are one character to Unicode, and not empty.
    @Test(arguments: [" \u{301}", "\u{301} ", "\n\u{20E3}"])
    func callsAnAccentOnWhiteSpaceText(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .text(text))
    }

    @Test(arguments: ["%PDF-", "%PDF-1.7\n%\u{E2}", "%PDF-JF1:MZXW6"])
    func tellsADocumentByItsFirstBytes(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .document)
        #expect(InputKind(of: Array(" \(text)".utf8)) == .text(" \(text)"))
    }
}
