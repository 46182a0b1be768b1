import Explaining
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
        VerdictWords(Verdict(unjudged: code, at: Sample.now), language)
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
