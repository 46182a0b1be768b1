package import Proofs

/// One claim as a person reads it: « Quotient familial : inférieur ou égal à 800 € ».
package struct ClaimWords: Equatable, Sendable {
    package let title: String
    package let value: String

    package init(title: String, value: String) {
        self.title = title
        self.value = value
    }

    /// Every claim of a justificatif, in the order of the wire.
    ///
    /// None is left out: what is shown is what can be read.
    package static func all(of claims: Claims, _ language: Language) -> [ClaimWords] {
        claims.labels.compactMap { label in
            claims[label].map {
                ClaimWords(title: label.title(language), value: words($0, of: label, language))
            }
        }
    }

    private static func words(
        _ value: ClaimValue, of label: ClaimLabel, _ language: Language
    ) -> String {
        switch value {
        case .name(let name): name.text
        case .recipient(let recipient): recipient.text
        case .code(let code): code
        case .birthDate(let date): DateWords.birthDate(date, language)
        case .day(let day): DateWords.day(day, language)
        case .noDay: language("aucune date connue", "no date known")
        case .month(let month): DateWords.month(month, language)
        case .flag(let flag): flag ? language("oui", "yes") : language("non", "no")
        case .number(let number): words(number, of: label, language)
        case .choice(let number): choice(number, of: label, language)
        case .bracket(let lower, let upper): bracket(lower, upper, language)
        case .tariff(let grid, let bracket):
            language(
                "tranche \(bracket) de la grille \(grid)", "bracket \(bracket) of grid \(grid)")
        }
    }

    private static func words(
        _ number: UInt64, of label: ClaimLabel, _ language: Language
    ) -> String {
        guard case .number(_, let unit) = ClaimRegistry.row(of: label).kind else {
            return String(number)
        }
        let plain =
            switch unit {
            case .euro: NumberWords.euros(number, language)
            case .hundredths: NumberWords.hundredths(number, language)
            case .count, .level, .country: String(number)
            case .year: language("\(number) (avis \(number + 1))", "\(number)")
            }
        switch label {
        case .rfrAtMost, .rfrPerPartAtMost, .qfAtMost:
            return language("inférieur ou égal à \(plain)", "at most \(plain)")
        case .householdPartsAtLeast: return language("au moins \(plain)", "at least \(plain)")
        default: return plain
        }
    }

    private static func bracket(
        _ lower: UInt64, _ upper: UInt64?, _ language: Language
    ) -> String {
        let from = NumberWords.euros(lower, language)
        guard let upper else { return language("\(from) ou plus", "\(from) or more") }
        let to = NumberWords.euros(upper, language)
        return language("de \(from) à moins de \(to)", "from \(from) to less than \(to)")
    }

    private static func choice(
        _ number: UInt64, of label: ClaimLabel, _ language: Language
    ) -> String {
        switch (label, number) {
        case (.sex, 1): language("masculin", "male")
        case (.sex, 2): language("féminin", "female")
        case (.sex, _): language("non précisé", "unspecified")
        case (.identityACR, 1): language("faible (eIDAS 1)", "low (eIDAS 1)")
        case (.identityACR, 2): language("substantiel (eIDAS 2)", "substantial (eIDAS 2)")
        case (.identityACR, _): language("élevé (eIDAS 3)", "high (eIDAS 3)")
        case (.familyStatus, 1): language("célibataire", "single")
        case (.familyStatus, 2): language("mariage", "married")
        case (.familyStatus, 3): language("pacs", "civil partnership")
        case (.familyStatus, 4): language("divorce ou séparation", "divorced or separated")
        case (.familyStatus, _): language("veuvage", "widowed")
        case (.qfSource, 1): "CAF"
        case (.qfSource, _): "MSA"
        default: String(number)
        }
    }
}
