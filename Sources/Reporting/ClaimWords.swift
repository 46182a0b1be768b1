package import Explaining
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
        case .choice(let number): ClaimTexts.of(label).word(for: number, language)
        case .bracket(let lower, let upper): bracket(lower, upper, language)
        case .tariff(let grid, let bracket):
            language(
                "tranche \(bracket) du barème \(grid)", "bracket \(bracket) of scale \(grid)")
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
        return ClaimTexts.of(label).sentence(around: plain, language)
    }

    private static func bracket(
        _ lower: UInt64, _ upper: UInt64?, _ language: Language
    ) -> String {
        let from = NumberWords.euros(lower, language)
        guard let upper else { return language("\(from) ou plus", "\(from) or more") }
        let to = NumberWords.euros(upper, language)
        return language("de \(from) à moins de \(to)", "from \(from) to less than \(to)")
    }
}
