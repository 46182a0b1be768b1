import Lists
import Testing

@Suite struct ShownTextTests {
    @Test(arguments: [
        "Caisse d’exemple", "Deux\nlignes", "« 100 % »", "€", "日本", "a\u{A0}b", "1", " ",
    ])
    func keepsTextThatCanBeShown(text: String) {
        #expect(ShownText.isPlain(text))
    }

    /// The characters of Spec/lists.md 1, and their neighbours on both sides.
    @Test(
        arguments: [
            0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F,
        ] as [ClosedRange<UInt32>])
    func refusesWhatCouldMoveTurnOrHideText(range: ClosedRange<UInt32>) throws {
        for value in range where value != 0x0A {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(!ShownText.isPlain("a" + String(Character(scalar)) + "b"))
        }
        for value in [range.lowerBound &- 1, range.upperBound + 1] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(ShownText.isPlain("a" + String(Character(scalar)) + "b"))
        }
    }

    @Test func refusesNothingAtAll() {
        #expect(!ShownText.isPlain(""))
    }
}
