import TestSupport
import Testing
import Verification

/// Which of the texts of one input is judged.
@Suite struct TextsTests {
    static let other = Scenario.with {
        $0.token.identifier = HandWriter.bytes([UInt8](repeating: 9, count: 16))
    }.text
    static let foreign = [
        "WIFI:S:guest;T:WPA;;", "https://example.org", "DC04FR0000011E8A1E8A", "",
    ]

    static func verdict(_ texts: [String]) throws -> Verdict { try Scenario().verdict(on: texts) }

    @Test func judgesTheSameTextTwiceOnce() throws {
        let text = Scenario().text
        #expect(try TextsTests.verdict([text, text]).code == .valid)
    }

    @Test func refusesToChooseBetweenTwo() throws {
        let verdict = try TextsTests.verdict([Scenario().text, TextsTests.other])
        #expect(verdict.code == .severalCodes)
        #expect(verdict.proof == nil)
        #expect(try TextsTests.verdict([Scenario().text, "JF2:AA"]).code == .severalCodes)
        #expect(try TextsTests.verdict([Scenario().text, "JF1:AA"]).code == .severalCodes)
        let lowerCase = Scenario().text.lowercased()
        #expect(try TextsTests.verdict([Scenario().text, lowerCase]).code == .severalCodes)
    }

    /// U+212A is the letter K to Unicode's equivalence, and not to us.
    @Test func takesNoTextForAnotherOnlyBecauseUnicodeDoes() throws {
        let text = try #require(
            (0...255).map { byte in
                Scenario.with {
                    $0.token.identifier = HandWriter.bytes([UInt8](repeating: byte, count: 16))
                }.text
            }.first { $0.contains("K") })
        let lookalike = text.replacing("K", with: "\u{212A}")
        #expect(!lookalike.utf8.elementsEqual(text.utf8))
        #expect(try TextsTests.verdict([text, lookalike]).code == .severalCodes)
        #expect(try TextsTests.verdict([lookalike, text]).code == .severalCodes)
    }

    @Test(arguments: foreign)
    func ignoresAnotherServicesCodeBesideOurs(text: String) throws {
        #expect(try TextsTests.verdict([text, Scenario().text]).code == .valid)
        #expect(try TextsTests.verdict([Scenario().text, text]).code == .valid)
    }

    @Test(arguments: foreign)
    func callsAnotherServicesCodeForeign(text: String) throws {
        let verdict = try TextsTests.verdict([text])
        #expect(verdict.code == .foreignCode)
        #expect(verdict.lists == nil && verdict.proof == nil)
        #expect(try TextsTests.verdict([text, text]).code == .foreignCode)
    }

    @Test func saysThatNothingWasRead() throws {
        let verdict = try TextsTests.verdict([])
        #expect(verdict.code == .unreadable)
        #expect(verdict.reason == "no-code")
    }

    @Test(arguments: 2...9)
    func callsALaterPrefixALaterVersion(digit: Int) throws {
        let text = "JF\(digit):" + Scenario().text.dropFirst(4)
        let verdict = try TextsTests.verdict([text])
        #expect(verdict.code == .versionUnknown)
        #expect(verdict.reason == "prefix")
    }

    @Test(arguments: [
        (Scenario().text.lowercased(), "text-character@0"), ("JF1:", "truncated@0"),
        ("JF1:A", "text-length@5"), ("JF1:AA AA", "text-character@6"),
        ("JF1:7", "text-length@5"),
    ])
    func callsADamagedTextMalformedAndSaysWhere(text: String, reason: String) throws {
        let verdict = try TextsTests.verdict([text])
        #expect(verdict.code == .malformed)
        #expect(verdict.reason?.hasPrefix(reason) == true, "\(verdict.reason ?? "")")
        #expect(verdict.proof == nil)
    }

    @Test func judgesOneTextExactlyAsItStands() throws {
        let verifier = try Scenario().verifier()
        #expect(verifier.verdict(onText: Scenario().text, at: Sample.now).code == .valid)
        let spaced = " " + Scenario().text
        #expect(verifier.verdict(onText: spaced, at: Sample.now).code == .foreignCode)
        let ended = Scenario().text + "\n"
        #expect(verifier.verdict(onText: ended, at: Sample.now).code == .malformed)
    }
}
