import Explaining
import Reporting
import TestSupport
import Testing
import Verification

/// A verdict as people read it (Spec/spool.md 11).
@Suite struct VerdictSheetTests {
    private static func sheet(
        _ input: String = "scan.png", codes: [(page: Int, verdict: Verdict)] = [],
        advice: Wording? = nil, _ language: Language = .french,
        _ change: (inout Scenario) -> Void = { _ in }
    ) throws -> VerdictSheet {
        VerdictSheet(
            try Scenario.with(change).verdict(), codes: codes, input: input, advice: advice,
            language)
    }

    @Test func saysWhatAScreenSaysOfAFileAndWhen() throws {
        let text = try VerdictSheetTests.sheet().text
        #expect(
            text.hasPrefix(
                "Fichier : scan.png\nContrôlé le : 2 novembre 2026 à 09:30 UTC\n\n"
                    + "✓ Justificatif authentique\n  Nom de naissance           TERRASSIER\n"))
        #expect(text.hasSuffix("ou le dossier.\n  [valid]\n"))
        let english = try VerdictSheetTests.sheet("scan.png", .english).text
        #expect(english.hasPrefix("File: scan.png\nChecked on: 2 November 2026 at 09:30 UTC\n"))
    }

    @Test func thePageSaysTheSame() throws {
        let page = try VerdictSheetTests.sheet().page
        #expect(page.contains("<h1 class=\"green\">✓ Justificatif authentique</h1>"))
        for words in ["TERRASSIER", "14 mai 1988", "Caisse d’exemple", "WG31-TAW7-Z8N7-4"] {
            #expect(page.contains("<td>\(words)</td>"), "\(words)")
        }
        #expect(page.contains("default-src 'none'") && !page.contains("<script"))
    }

    /// The name of a file and all else that is foreign stays text.
    @Test func aNameOfAFileCannotWriteThePage() throws {
        let name = "<script>\u{1B}[2J\u{202E}&\"'.png"
        let page = try VerdictSheetTests.sheet(name).page
        #expect(page.contains("&lt;script&gt;\u{FFFD}[2J\u{FFFD}&amp;&quot;&#39;.png</td>"))
        #expect(!page.contains("<script>"))
        let text = try VerdictSheetTests.sheet(name).text
        #expect(text.hasPrefix("Fichier : <script>\u{FFFD}[2J\u{FFFD}&\"'.png\n"))
    }

    @Test func aBadSignatureShowsNothingOfThePerson() throws {
        let sheet = try VerdictSheetTests.sheet { $0.tamper = { $0[$0.count - 1] ^= 1 } }
        for all in [sheet.text, sheet.page] {
            #expect(all.contains("✗ Authenticité non confirmée"))
            #expect(all.contains("signature-invalid"))
            for word in ["TERRASSIER", "Camille", "1988", "742", "WG31"] {
                #expect(!all.contains(word), "\(word)")
            }
        }
    }

    @Test func everyPageOfSeveralHasItsPart() throws {
        let good = try Scenario().verdict()
        let cancelled = try Scenario.cancelledVerdict()
        let sheet = try VerdictSheetTests.sheet(codes: [(1, good), (3, cancelled)])
        #expect(sheet.text.contains("\n\nPage 1\n✓ Justificatif authentique\n"))
        #expect(sheet.text.contains("\n\nPage 3\n✗ Justificatif annulé\n"))
        #expect(
            sheet.page.contains(
                "<h1 class=\"red\">Page\u{A0}3\u{A0}: ✗ Justificatif annulé</h1>"))
    }

    /// French breaks no line before its signs; what a file was called stays as it was.
    @Test func thePageBreaksNoLineWhereFrenchHasNone() throws {
        let page = try VerdictSheetTests.sheet("a : b.png", advice: Wording("Ici : là ;", "x")).page
        #expect(page.contains("<p>Ici\u{A0}: là\u{A0};</p>"))
        #expect(page.contains("<td>a : b.png</td>"))
        #expect(page.contains("padding:0 1rem"))
        let english = try VerdictSheetTests.sheet(advice: Wording("x", "Here : 2 ;"), .english)
        #expect(!english.page.contains("\u{A0}"))
    }

    @Test func adviceOfTheDaemonIsThere() throws {
        let advice = Wording("Déposez une copie.", "Drop a copy.")
        let sheet = try VerdictSheetTests.sheet(advice: advice)
        #expect(sheet.text.hasSuffix("\n  Déposez une copie.\n"))
        #expect(sheet.page.contains("<p>Déposez une copie.</p>"))
    }
}
