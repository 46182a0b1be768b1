import Explaining
import Proofs
import Reporting
import TestSupport
import Testing
import Verification

/// Words that depend on what was judged.
@Suite struct JudgedWordsTests {
    static func words(
        _ code: VerdictCode, _ language: Language = .french, _ change: (inout Scenario) -> Void
    ) throws -> VerdictWords {
        let verdict = try Scenario.with(change).verdict()
        #expect(verdict.code == code)
        return VerdictWords(verdict, language)
    }

    @Test func saysUntilWhenAnExpiredOneWasGood() throws {
        let late = { (scenario: inout Scenario) in scenario.now = Sample.day(2026, 12, 25).start }
        #expect(
            try JudgedWordsTests.words(.expired, .french, late).headline
                == "Délai dépassé : valable jusqu’au 30 novembre 2026 inclus")
        #expect(
            try JudgedWordsTests.words(.expired, .english, late).headline
                == "Expired: was good until 30 November 2026")
    }

    @Test func saysOfWhatDayAFutureOneIs() throws {
        let early = { (scenario: inout Scenario) in scenario.now = Sample.day(2026, 10, 25).start }
        #expect(
            try JudgedWordsTests.words(.notYetValid, .french, early).headline
                == "Justificatif daté du 2 novembre 2026 (date future)")
    }

    @Test func saysForWhomItWasMade() throws {
        let elsewhere = { (scenario: inout Scenario) in
            scenario.token.claims.insert(
                (HandWriter.unsigned(9), HandWriter.text("CAF 44")), at: 3)
            scenario.recipients = ["Mairie d’Exemple"]
        }
        #expect(
            try JudgedWordsTests.words(.wrongRecipient, .french, elsewhere).headline
                == "Établi pour : CAF 44")
        #expect(
            try JudgedWordsTests.words(.wrongRecipient, .english, elsewhere).headline
                == "Made for: CAF 44")
    }

    @Test func saysOfWhatDayAgingListsAre() throws {
        let words = try JudgedWordsTests.words(.validListsAging) { $0.trust.warnAfter = $0.now }
        #expect(words.headline == "Justificatif authentique (listes du 1er octobre 2026)")
        #expect(words.advice.contains("32 jours"))
    }

    @Test func saysWhatDayItShouldBeAtLeast() throws {
        let words = try JudgedWordsTests.words(.clockSuspect) {
            $0.now = Sample.day(2026, 9, 1).start
        }
        #expect(words.advice.contains("1er septembre 2026"))
        #expect(words.advice.contains("1er octobre 2026"))
    }

    /// A support desk sees at once whether newer lists would know the issuer.
    @Test func saysByWhichListsAnIssuerIsUnknown() throws {
        let stranger = { (scenario: inout Scenario) in scenario.key = Practice.stranger }
        #expect(
            try JudgedWordsTests.words(.issuerUnknown, .french, stranger).advice
                .contains(" Listes utilisées : celles du 1er octobre 2026. "))
        #expect(
            try JudgedWordsTests.words(.issuerUnknown, .english, stranger).advice
                .contains(" Lists used: those of 1 October 2026. "))
    }

    @Test func asksToCompareTheIdentityWithAGoodOne() throws {
        let words = try JudgedWordsTests.words(.valid) { _ in }
        #expect(
            words.advice.contains("nom de naissance") && words.advice.contains("date de naissance"))
    }

    /// Lying it flat again helps a picture without a code and nothing else.
    @Test(
        arguments: [
            (.pdfDisabled, "ne lit pas les PDF"), (.tooManyPages, "trop de pages"),
            (.empty, "vide"), (.notAPicture, "Enregistrez-le en PNG, JPEG ou PDF"),
            (.tooLarge, "trop grande"), (.damaged, "mot de passe"),
            (.outOfMemory, "mémoire"), (.noCode, "mettez à plat"), (.notAFile, "une copie"),
        ] as [(NothingRead, String)])
    func saysWhatHelpsWhereNothingWasRead(why: NothingRead, part: String) {
        let verdict = Verdict(unreadable: why, at: Sample.now)
        let french = VerdictWords(verdict, .french).advice
        #expect(french.contains(part))
        #expect(french.contains("mettez à plat") == (why == .noCode))
        #expect(VerdictWords(verdict, .english).advice != french)
    }

    /// What helps one input is useless for another.
    @Test(arguments: Language.allCases)
    func saysOfEachInputInWhichNothingWasReadWhatItNeeds(language: Language) {
        let advice = NothingRead.allCases.map {
            VerdictWords(Verdict(unreadable: $0, at: Sample.now), language).advice
        }
        #expect(Set(advice).count == NothingRead.allCases.count)
    }

    @Test func givesTheSupportDeskTheReasonOfAnIncident() {
        let verdict = Verdict(unjudged: .internalError, reason: "reader-crashed", at: Sample.now)
        for language in Language.allCases {
            #expect(VerdictWords(verdict, language).advice.contains("(reader-crashed)"))
        }
    }
}
