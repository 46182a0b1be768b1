import Explaining
import Proofs
import Reporting
import TestSupport
import Testing

@Suite struct ClaimWordsTests {
    static func words(
        _ label: ClaimLabel, _ value: ClaimValue, _ language: Language = .french
    ) -> String {
        var claims = Claims()
        claims[label] = value
        return ClaimWords.all(of: claims, language).first?.value ?? ""
    }

    @Test(arguments: [
        (ClaimLabel.qf, ClaimValue.number(742), "742\u{A0}€"), (.qf, .number(0), "0\u{A0}€"),
        (.rfr, .number(14_320), "14\u{202F}320\u{A0}€"),
        (.rfr, .number(999_999_999_999), "999\u{202F}999\u{202F}999\u{202F}999\u{A0}€"),
        (.rfr, .number(1_000), "1\u{202F}000\u{A0}€"), (.taxParts, .number(250), "2,5"),
        (.taxParts, .number(300), "3"), (.taxParts, .number(225), "2,25"),
        (.taxParts, .number(105), "1,05"), (.taxParts, .number(25), "0,25"),
        (.incomeYear, .number(2_025), "2025 (avis 2026)"), (.children, .number(3), "3"),
        (.qfAtMost, .number(800), "inférieur ou égal à 800\u{A0}€"),
        (.rfrAtMost, .number(28_640), "inférieur ou égal à 28\u{202F}640\u{A0}€"),
        (.rfrPerPartAtMost, .number(9_547), "inférieur ou égal à 9\u{202F}547\u{A0}€"),
        (.householdPartsAtLeast, .number(250), "au moins 2,5"),
        (.qfBracket, .bracket(lower: 400, upper: 800), "de 400\u{A0}€ à moins de 800\u{A0}€"),
        (.qfBracket, .bracket(lower: 1_500, upper: nil), "1\u{202F}500\u{A0}€ ou plus"),
        (.tariffBracket, .tariff(grid: "cantine", bracket: 3), "tranche 3 du barème cantine"),
        (.registrationEnded, .noDay, "aucune date connue"), (.c2s, .flag(true), "oui"),
        (.c2sWithContribution, .flag(false), "non"), (.qfSource, .choice(1), "CAF"),
        (.qfSource, .choice(2), "MSA"), (.sex, .choice(0), "non précisé"),
        (.familyStatus, .choice(3), "pacs"), (.fundCode, .code("01234"), "01234"),
        (.registrationCategory, .number(1), "1"), (.birthCountryCOG, .number(99_100), "99100"),
    ])
    func saysEachValueInFrench(label: ClaimLabel, value: ClaimValue, words: String) {
        #expect(ClaimWordsTests.words(label, value) == words)
    }

    @Test(arguments: [
        (ClaimLabel.rfr, ClaimValue.number(14_320), "€14\u{202F}320"),
        (.taxParts, .number(250), "2.5"), (.qfAtMost, .number(800), "at most €800"),
        (.qfBracket, .bracket(lower: 400, upper: nil), "€400 or more"),
        (.registrationEnded, .noDay, "no date known"), (.incomeYear, .number(2_025), "2025"),
    ])
    func saysEachValueInEnglish(label: ClaimLabel, value: ClaimValue, words: String) {
        #expect(ClaimWordsTests.words(label, value, .english) == words)
    }

    /// What is shown is what can be read.
    @Test(arguments: Language.allCases)
    func leavesNoClaimOut(language: Language) {
        var claims = Claims()
        for label in ClaimLabel.allCases { claims[label] = Sample.value(of: label) }
        let rows = ClaimWords.all(of: claims, language)
        #expect(rows.count == ClaimLabel.allCases.count)
        #expect(rows.map(\.title) == ClaimLabel.allCases.map { $0.title(language) })
        #expect(rows.allSatisfy { !$0.title.isEmpty && !$0.value.isEmpty })
    }

    @Test(arguments: ClaimRegistry.rows.map(\.label), Language.allCases)
    func saysEveryChoiceInAWordOfItsOwn(label: ClaimLabel, language: Language) {
        guard case .choice(let choices) = ClaimRegistry.row(of: label).kind else { return }
        let words = choices.map { ClaimWordsTests.words(label, .choice($0.number), language) }
        #expect(Set(words).count == choices.count)
        #expect(words.allSatisfy { Int($0) == nil })
    }

    /// A number of a later version gets no word of this one.
    @Test func aChoiceThatIsNotListedIsCalledUnknown() {
        #expect(ClaimWordsTests.words(.qfSource, .choice(99)) == "valeur 99, inconnue")
        #expect(ClaimWordsTests.words(.qfSource, .choice(99), .english) == "value 99, unknown")
    }

    /// Two claims that can stand side by side, even of one value, are told apart.
    @Test(arguments: Language.allCases)
    func tellsCompatibleClaimsApart(language: Language) {
        let rows = ClaimLabel.allCases.map { label in
            var claims = Claims()
            claims[label] = Sample.value(of: label)
            return ClaimWords.all(of: claims, language)
        }
        for (label, row) in zip(ClaimLabel.allCases, rows) {
            for (other, second) in zip(ClaimLabel.allCases, rows) where other > label {
                guard !ClaimRegistry.row(of: label).excludes.contains(other) else { continue }
                #expect(row != second, "\(label) and \(other)")
            }
        }
    }
}
