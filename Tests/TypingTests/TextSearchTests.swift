import Testing
import Typing

/// Texts inside another (Spec/wedge.md 1.1).
///
/// The vectors `scan_inside-*` hold every rule; these are what a list of texts shows and a verdict
/// does not.
@Suite struct TextSearchTests {
    private let body = String(repeating: "QRG2EAJSAREHGFAIOBBPMMVIUBMFVJAE", count: 8)
    private var text: String { "JF1:\(body)" }

    @Test func findsEveryTextInTheOrderOfThePage() {
        let other = "JF2:\(body)A"
        #expect(
            TypedText.texts(in: "Deux codes : \(text), \(other); \(text).") == [text, other, text])
        #expect(TypedText.texts(in: "lue\(text)\(other)") == [text, other])
    }

    @Test(arguments: [
        "<p>%</p>", "> %\n", "« % »", "]Q1%", "\u{200B}%", "Bonjour,\n\n%.\n", "code=%&v=1",
        "{\"text\": \"%\"}", "%\n\nà bientôt, merci\n", "%\rà bientôt, merci",
    ])
    func takesATextOutOfWhatIsAroundIt(around: String) {
        #expect(TypedText.texts(in: around.replacing("%", with: text)) == [text])
    }

    @Test func keepsWhatIsOnTheLinesOfOneText() {
        // Words on the same line are no reason to look for a text in one that is not complete.
        for typed in ["\(text) Bien à vous", "\(text)\tBien à vous", "\(text) \n\(text)A"] {
            #expect(TypedText.texts(in: typed) != [text])
        }
    }

    @Test func joinsTheLinesOfAQuotedMail() {
        let start = body.index(body.startIndex, offsetBy: 100)
        let (first, rest) = (body[..<start], body[start...])
        #expect(TypedText.texts(in: "> JF1:\(first)\n> \(rest)\n") == [text])
        #expect(TypedText.texts(in: "Code : JF1:\(first)=\r\n\(rest).") == [text])
        #expect(TypedText.texts(in: "<b>JF1:</b>\(first)&shy;<wbr>\(rest)</p>") == [text])
    }

    @Test func leavesAMarkAloneThatIsOnlySpokenOf() {
        for spoken in ["Il commence par JF1:.", "JF1 :ABCDEFGHIJKLMNO", "le JF1: ABCDE FGHIJ"] {
            #expect(TypedText.texts(in: spoken) == [spoken])
        }
    }

    @Test func takesNoMoreThanOneCharacterTooMany() {
        let endless = String(repeating: "A", count: 3_000)
        #expect(
            TypedText.texts(in: "le JF1:\(endless)") == ["JF1:" + endless.prefix(961)])
    }

    /// Each would cost the square of its length if something were looked at again and again.
    @Test(arguments: [
        "JF1:AAAAAAAAAAAAAAAA<a", "JF1:<a ", "JF1:AAAAAAAAAAAAAAAA \n", "J", "&a", "<a", "=",
        "JF1:",
        "\n>", "JF1&", "\u{AD}",
    ])
    func endsSoonOnHostileTexts(piece: String) {
        let texts = TypedText.texts(in: "x" + String(repeating: piece, count: 65_536 / piece.count))
        #expect(texts.count <= 65_536 / 20)
    }
}
