import Explaining
import Lists
import Proofs
import Reporting
import TestSupport
import Testing
import Verification

@Suite struct VerdictWordsTests {
    static let languages: [(Language, another: String)] = [
        (.french, "La personne peut présenter un autre justificatif."),
        (.english, "The person may present another document."),
    ]

    static func words(_ code: VerdictCode, _ language: Language) -> VerdictWords {
        let verdict =
            code == .unreadable
            ? Verdict(unreadable: .noCode, at: Sample.now)
            : Verdict(unjudged: code, at: Sample.now)
        return VerdictWords(verdict, language)
    }

    @Test(arguments: VerdictCode.allCases, Language.allCases)
    func hasAHeadlineAndAnAdviceInPlainText(code: VerdictCode, language: Language) {
        let words = VerdictWordsTests.words(code, language)
        for text in [words.headline, words.advice] {
            #expect(!text.isEmpty)
            #expect(TerminalText.neutralised(text) == text)
            #expect(text == text.trimmed && !text.contains("  "))
        }
        #expect(words.advice.hasSuffix("."))
        #expect(!words.headline.hasSuffix("."))
    }

    /// Whatever is refused, the person is not.
    @Test(arguments: VerdictCode.allCases)
    func endsEveryAnswerButGreenWithAnotherWayForThePerson(code: VerdictCode) {
        for (language, another) in VerdictWordsTests.languages {
            let advice = VerdictWordsTests.words(code, language).advice
            #expect(advice.hasSuffix(" " + another) == (code.family != .green))
            #expect(advice.contains(another) == (code.family != .green))
        }
    }

    /// Spec/guichet.md 1: what was cancelled since then is not known here.
    @Test func saysOfAGreenAnswerOfWhatDayTheCancellationsAre() throws {
        let verdict = try VerdictWordsTests.listedVerdict()
        #expect(verdict.code == .valid)
        let french = "Annulations connues au 3 novembre 2026."
        #expect(VerdictWords(verdict, .french).cancellationsKnown == french)
        let english = "Cancellations known as of 3 November 2026."
        #expect(VerdictWords(verdict, .english).cancellationsKnown == english)
        #expect(VerdictWords(try Scenario().verdict(), .french).cancellationsKnown == nil)
        let cancelled = try Scenario.cancelledVerdict()
        #expect(cancelled.lists?.revocationIssued != nil)
        #expect(VerdictWords(cancelled, .french).cancellationsKnown == nil)
        let lines = TerminalReport.lines(verdict, simulated: false, colour: false, .french)
        #expect(lines.last == "  \(french)")
        let sheet = VerdictSheet(verdict, codes: [], input: "a", advice: nil, .french)
        #expect(sheet.text.contains("\n  \(french)\n"))
        #expect(sheet.page.contains("<p>Annulations connues au 3\u{A0}novembre\u{A0}2026.</p>"))
    }

    /// The sample by an issuer that names a list of cancellations, which does not have it.
    static func listedVerdict() throws -> Verdict {
        let list = RevocationBuilder()
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        trust.issuers = [TrustBuilder.issuer(revocationList: "caf")]
        let lists = ListsInForce(
            trust: try trust.list(), revocations: ["caf": try list.list()], observed: nil)
        return Verifier(lists: lists, crypto: Practice.crypto).verdict(
            onText: HandToken.text(of: HandToken.sample.signed(by: Practice.issuer)),
            at: list.issued.adding(hours: 7))
    }

    @Test(arguments: VerdictCode.allCases)
    func saysItInTheLanguageAskedFor(code: VerdictCode) {
        let french = VerdictWordsTests.words(code, .french)
        let english = VerdictWordsTests.words(code, .english)
        #expect(french.advice != english.advice)
    }

    @Test(arguments: [
        (VerdictCode.valid, "Justificatif authentique"),
        (.signatureInvalid, "Authenticité non confirmée"),
        (.issuerUnknown, "Émetteur non reconnu"),
        (.outOfScope, "Émetteur non autorisé pour cette information"),
        (.keyWithdrawn, "Signature de l’émetteur retirée"), (.revoked, "Justificatif annulé"),
        (.listsStale, "Contrôle impossible : listes absentes ou trop anciennes"),
        (.clockSuspect, "Contrôle impossible : la date de ce poste semble fausse"),
        (.malformed, "Code incomplet ou abîmé"),
        (.versionUnknown, "Format plus récent que ce logiciel"),
        (.foreignCode, "Ce code n’est pas un justificatif"), (.unreadable, "Aucun code lu"),
        (.severalCodes, "Plusieurs justificatifs sur la même image"),
        (.internalError, "Incident technique"),
    ])
    func hasTheFrenchHeadlineOfTheSpec(code: VerdictCode, headline: String) {
        #expect(VerdictWordsTests.words(code, .french).headline == headline)
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
