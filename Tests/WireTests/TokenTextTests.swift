import TestSupport
import Testing
import Wire

@Suite struct TokenTextTests {
    @Test(arguments: ["JF1:", "JF1:MZXW6", "jf1:MZXW6", "Jf1:", "jF1:x", "JF1:not base32"])
    func callsOurPrefixOurs(text: String) {
        #expect(TokenText.origin(of: text) == .ours)
    }

    @Test(arguments: 2...9)
    func callsLaterPrefixesLater(digit: Int) {
        #expect(TokenText.origin(of: "JF\(digit):MZXW6") == .laterVersion)
        #expect(TokenText.origin(of: "jf\(digit):MZXW6") == .laterVersion)
    }

    @Test(arguments: [
        "", "J", "JF1", "JF0:MZXW6", "JF1;MZXW6", "JF10:MZXW6", " JF1:MZXW6", "KF1:MZXW6",
        "JG1:MZXW6", "HC1:6BF", "DC04AAAA", "WIFI:S:guest;;", "https://example.org/JF1:MZXW6",
        "*F1:AA", "JF:1:AA", "JFa:AA", "\nF1:AA", "J&1:AA",
    ])
    func callsEverythingElseForeign(text: String) {
        #expect(TokenText.origin(of: text) == .foreign)
    }

    @Test func decodesWhatItEncodes() throws {
        #expect(TokenText.encode([0x66, 0x6F, 0x6F]) == "JF1:MZXW6")
        #expect(try TokenText.decode("JF1:MZXW6") == [0x66, 0x6F, 0x6F])
    }

    @Test(arguments: ["jf1:MZXW6", "Jf1:MZXW6", "JF2:MZXW6", "MZXW6", "", "JF1", "JF1 MZXW6"])
    func refusesAnotherPrefix(text: String) {
        #expect(throws: DecodeError(.textCharacter, at: 0)) { try TokenText.decode(text) }
    }

    @Test(arguments: ["JF1:mzxw6", "JF1: MZXW", "JF1:\u{212A}ZXA"])
    func refusesACharacterOutsideTheAlphabet(text: String) {
        #expect(throws: DecodeError(.textCharacter, at: 4)) { try TokenText.decode(text) }
    }

    @Test func countsTheOffsetOfAFaultFromTheStartOfTheText() {
        #expect(throws: DecodeError(.textCharacter, at: 8)) { try TokenText.decode("JF1:MZXW1") }
        #expect(throws: DecodeError(.textLength, at: 7)) { try TokenText.decode("JF1:MZX") }
        #expect(throws: DecodeError(.textTrailingBits, at: 5)) { try TokenText.decode("JF1:AB") }
    }

    @Test func acceptsTheLongestTextAndNoLongerOne() throws {
        let longest = TokenText.encode([UInt8](repeating: 0xA5, count: Limits.tokenBytes))
        #expect(longest.utf8.count == Limits.tokenCharacters)
        #expect(Limits.tokenCharacters == 964)
        #expect(try TokenText.decode(longest).count == 600)
        #expect(throws: DecodeError(.tooLong, at: 964)) { try TokenText.decode(longest + "A") }
    }

    @Test(arguments: [
        (" JF1:AA ", "JF1:AA"), ("\r\nJF1:AA\r\n", "JF1:AA"), ("\t\u{B}\u{C}JF1:AA", "JF1:AA"),
        ("JF1:AA", "JF1:AA"), ("JF1:A A", "JF1:A A"), ("", ""), (" \n\t", ""),
        ("\u{A0}JF1:AA", "\u{A0}JF1:AA"), ("\u{8}JF1:AA", "\u{8}JF1:AA"),
        ("\u{E}JF1:AA", "\u{E}JF1:AA"),
    ])
    func takesWhiteSpaceOffBothEndsOnly(given: String, kept: String) {
        #expect(TokenText.trimmed(given) == kept)
    }
}
