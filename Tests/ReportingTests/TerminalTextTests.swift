import Reporting
import Testing

@Suite struct TerminalTextTests {
    @Test(
        arguments: [
            0x00, 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x9F,  // control
            0x200E, 0x200F, 0x061C, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,  // direction
            0x2066, 0x2067, 0x2068, 0x2069, 0x200B, 0x200D, 0x2060, 0xFEFF, 0xAD,  // no room
            0x2028, 0x2029, 0xE000, 0xE0041, 0xFFF9, 0x10FFFF,
        ] as [UInt32])
    func replacesWhatCouldMoveOrTurnTheText(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text = "A" + String(Character(scalar)) + "B"
        let plain = TerminalText.neutralised(text)
        #expect(Array(plain.unicodeScalars) == ["A", "\u{FFFD}", "B"])
    }

    @Test(arguments: [
        "\u{1B}[31mrouge\u{1B}[0m", "\u{1B}]0;titre\u{7}", "\u{9B}2J", "a\rb", "a\u{8}b",
        "\u{1B}[2K\u{1B}[1A✓ Justificatif authentique",
    ])
    func leavesNoCommandToATerminal(text: String) {
        let plain = TerminalText.neutralised(text)
        #expect(
            plain.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
            })
        #expect(plain.unicodeScalars.count == text.unicodeScalars.count)
    }

    @Test(arguments: [
        "L’Héritier-Œhm", "14\u{202F}320\u{A0}€", "inférieur ou égal à 800 €", "✓ ◷ ■", "Ｄ", "",
        "He\u{301}lene",
    ])
    func keepsWhatCanBeRead(text: String) {
        #expect(TerminalText.neutralised(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
}

@Suite struct HTMLTextTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
        ("&lt;", "&amp;lt;"), ("L’Héritier 742 €", "L’Héritier 742 €"), ("", ""),
    ])
    func neitherElementNorAttributeCanBeginOrEnd(text: String, escaped: String) {
        #expect(HTMLText.escaped(text) == escaped)
    }
}
