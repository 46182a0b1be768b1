import Testing
import Typing
import Wire

@Suite struct TypedTextTests {
    private let text = "JF1:" + String(repeating: "QRG2EAJSAREHGFAIOBBPMMVIUBMFVJAE", count: 8)

    @Test func leavesAGoodTextAsItIs() {
        #expect(TypedText.texts(in: text) == [text])
        #expect(TypedText.texts(in: "\r\n \(text)\t\n\n") == [text])
    }

    @Test(arguments: [
        "", "HC1:6BF", "JF0:ABC", "https://exemple.fr/JF1:ABC", "JF", "JF1", "JF1;ABC",
        "é\"'(", "un texte\nde deux lignes",
    ])
    func leavesWhatItDoesNotKnowAsItIs(text: String) {
        #expect(TypedText.texts(in: text) == [text])
        #expect(TypedText.fault(of: text) == nil)
    }

    /// The strict token still sees a space, a small letter or a digit that is none of base32.
    @Test(arguments: ["JF1:AB CD", "JF1:abc", "JF1:AB1D", "JF1:AB=", "JF1:ABé"])
    func repairsNothingInsideATextWithAGoodBeginning(text: String) {
        #expect(TypedText.texts(in: text) == [text])
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\t", "\n\n"])
    func joinsPacketsOfSixtyFour(end: String) {
        let characters = Array(text)
        let packets = stride(from: 0, to: characters.count, by: 64).map { start in
            String(characters[start..<min(start + 64, characters.count)])
        }
        #expect(TypedText.texts(in: packets.joined(separator: end) + end) == [text])
    }

    @Test func partsTextsWithoutALineEndBetween() {
        let other = "JF1:MZXW6"
        #expect(TypedText.texts(in: text + other) == [text, other])
        #expect(TypedText.texts(in: text + text + "\n" + other) == [text, text, other])
        #expect(TypedText.texts(in: "JF1:JF1:A") == ["JF1:", "JF1:A"])
        #expect(TypedText.texts(in: "JF1::A") == ["JF1::A"])
    }

    @Test func takesOneMarkOffAndNoMoreOfATextThatIsOurs() {
        #expect(TypedText.texts(in: "\u{FEFF} \(text)\n") == [text])
        #expect(TypedText.texts(in: "\(text)\u{FEFF}") == ["\(text)\u{FEFF}"])
        #expect(TypedText.texts(in: "\(text) \(text) \n") == [text, text])
        // Behind other marks a text is found as behind anything else.
        #expect(TypedText.texts(in: "\u{FEFF}\u{FEFF}\(text)") == [text])
        #expect(TypedText.texts(in: "\u{FEFF}\u{FEFF}") == ["\u{FEFF}"])
    }

    @Test func tellsATextFromTheNameOfAFile() {
        for argument in [
            text, " jf1:a", "]Q1\(text)", "voici \(text)", "> \(text)", "\u{200B}\(text)",
        ] {
            #expect(TypedText.isText(argument))
        }
        for argument in [
            "", "-", "scan.png", "le JF1:.txt", "JF1-\(text.dropFirst(4)).txt", "voici JF1:ABC",
        ] {
            #expect(!TypedText.isText(argument))
        }
    }

    @Test func leavesTheTextsOutOfAMessage() {
        #expect(
            TypedText.withoutTexts("« \(text) » et \(text) : non") == "« JF1:… » et JF1:… : non")
        #expect(TypedText.withoutTexts("JF1:ABC\u{200B}") == "JF1:ABC\u{200B}")
    }

    @Test func readsWhatAnEditorPutIntoATextThatIsOurs() {
        for character in ["\u{A0}", "\u{AD}", "\u{2007}", "\u{200E}", "\u{202F}", "\u{2060}"] {
            let edited = "\(text.prefix(90))\(character)\(text.dropFirst(90))"
            #expect(TypedText.texts(in: edited) == [text])
        }
    }

    @Test func takesAnIdentifierOffThatAKeyboardMangled() {
        let typed = KeyboardFaultTests.typed(text, .azerty)
        #expect(TypedText.texts(in: "$A&" + typed) == [text])
        #expect(TypedText.fault(of: "$A&" + typed) == .azerty)
        for before in ["A&&", "$A", "$A&&"] {
            #expect(TypedText.texts(in: before + typed) == [before + typed])
        }
        let capitals = "]q1" + text.lowercased()
        #expect(TypedText.texts(in: capitals) == [capitals])
    }

    @Test func partsMangledTextsToo() {
        let typed = KeyboardFaultTests.typed(text, .azerty)
        #expect(TypedText.texts(in: typed + "\n\n" + typed) == [text, text])
    }

    /// So that it is called damaged and not another service's.
    @Test func keepsADamagedMangledTextOurs() {
        let repaired = TypedText.texts(in: "JF&MABC~")
        #expect(repaired == ["JF1:QBC\u{FFFD}"])
        #expect(TypedText.texts(in: "jf&mABC") == ["JF1:\u{FFFD}\u{FFFD}\u{FFFD}"])
        #expect(TypedText.texts(in: "jf1:abc") == ["jf1:abc"])
    }
}
