import Explaining
import Proofs
import Reporting
import TestSupport
import Testing
import Verification

@Suite struct TerminalReportTests {
    static func lines(
        simulated: Bool = false, colour: Bool = false, _ language: Language = .french,
        _ change: (inout Scenario) -> Void = { _ in }
    ) throws -> [String] {
        TerminalReport.lines(
            try Scenario.with(change).verdict(), simulated: simulated, colour: colour, language)
    }

    @Test func showsEveryClaimAndWhereItComesFrom() throws {
        #expect(
            try TerminalReportTests.lines() == [
                "✓ Justificatif authentique",
                "  Nom de naissance           TERRASSIER",
                "  Premier prénom             Camille",
                "  Date de naissance          14 mai 1988",
                "  Données du                 2 novembre 2026",
                "  Quotient familial          742\u{A0}€",
                "  Mois du quotient familial  octobre 2026",
                "  Organisme                  CAF",
                "  Émetteur                   Caisse d’exemple",
                "  Établi le                  2 novembre 2026",
                "  Utilisable jusqu’au        30 novembre 2026 inclus",
                "  Référence                  WG31-TAW7-Z8N7-4",
                "  Comparez le nom de naissance et la date de naissance "
                    + "avec la pièce d’identité ou le dossier.",
            ])
    }

    @Test func showsNothingOfACancelledOneButThatItIs() throws {
        let lines = TerminalReport.lines(
            try Scenario.cancelledVerdict(), simulated: false, colour: false, .french)
        #expect(lines.first == "✗ Justificatif annulé")
        let all = lines.joined(separator: "\n")
        for word in ["TERRASSIER", "Camille", "1988", "742", "Caisse", "WG31"] {
            #expect(!all.contains(word))
        }
    }

    @Test func showsNothingOfThePersonAfterABadSignature() throws {
        let lines = try TerminalReportTests.lines { $0.tamper = { $0[$0.count - 1] ^= 1 } }
        #expect(lines.first == "✗ Authenticité non confirmée")
        let all = lines.joined(separator: "\n")
        for word in ["TERRASSIER", "Camille", "1988", "742", "Caisse", "WG31"] {
            #expect(!all.contains(word))
        }
    }

    @Test func saysThatTheDayWasChosen() throws {
        let simulated = try TerminalReportTests.lines(simulated: true)
        #expect(simulated.contains("  Contrôle simulé au 2026-11-02T09:30:00Z."))
        #expect(try TerminalReportTests.lines().allSatisfy { !$0.contains("simulé") })
    }

    @Test func givesCodeAndReasonLast() throws {
        let lines = try TerminalReportTests.lines { $0.trust.warnAfter = $0.now }
        #expect(lines.last == "  [valid-lists-aging: trust-list-aging]")
    }

    @Test(arguments: [
        (VerdictCode.valid, "✓", "\u{1B}[1;32m"), (.revoked, "✗", "\u{1B}[1;31m"),
        (.expired, "◷", "\u{1B}[1;33m"), (.unreadable, "■", "\u{1B}[1;37m"),
    ])
    func hasAShapeAndAColourOfItsOwn(code: VerdictCode, sign: String, colour: String) {
        let verdict = Verdict(unjudged: code, at: Sample.now)
        let plain = TerminalReport.lines(verdict, simulated: false, colour: false, .french)
        #expect(plain[0].hasPrefix("\(sign) "))
        let painted = TerminalReport.lines(verdict, simulated: false, colour: true, .french)
        #expect(painted[0] == "\(colour)\(plain[0])\u{1B}[0m")
        #expect(painted.dropFirst() == plain.dropFirst())
    }

    @Test(arguments: VerdictCode.allCases, Language.allCases)
    func sendsNoControlCharacterWithoutColour(code: VerdictCode, language: Language) {
        let verdict = Verdict(unjudged: code, reason: "reason", at: Sample.now)
        for line in TerminalReport.lines(verdict, simulated: true, colour: false, language) {
            #expect(TerminalText.neutralised(line) == line)
        }
    }

    /// A list may name an issuer on two lines; a terminal shows one.
    @Test func neutralisesTheNameOfAnIssuer() throws {
        let lines = try TerminalReportTests.lines { $0.issuerName = "Caisse\nd’exemple" }
        #expect(lines.contains { $0.hasSuffix("Caisse\u{FFFD}d’exemple") })
    }

    @Test func neutralisesEveryValueOfATable() {
        let rows = [ClaimWords(title: "Nom", value: "A\u{202E}B\u{1B}[31m")]
        #expect(TerminalReport.table(rows) == ["  Nom  A\u{FFFD}B\u{FFFD}[31m"])
        #expect(TerminalReport.table([]).isEmpty)
    }
}
