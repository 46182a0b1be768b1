package import Explaining
package import Proofs

/// Dates and months in words, as a counter reads them aloud.
package enum DateWords {
    private static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// « 1er novembre 2026 », "1 November 2026".
    package static func day(_ day: Day, _ language: Language) -> String {
        let date = day.civil
        return "\(ordinal(date.day, language)) \(month(date.month, language)) \(date.year)"
    }

    /// « octobre 2026 ».
    package static func month(_ month: Month, _ language: Language) -> String {
        "\(self.month(month.monthOfYear, language)) \(month.year)"
    }

    /// « novembre 1992 (jour inconnu) » where parts are unknown.
    package static func birthDate(_ date: PartialDate, _ language: Language) -> String {
        if date.month == 0 {
            return "\(date.year) " + language("(jour et mois inconnus)", "(day and month unknown)")
        }
        let month = "\(month(date.month, language)) \(date.year)"
        if date.day == 0 { return month + language(" (jour inconnu)", " (day unknown)") }
        return "\(ordinal(date.day, language)) \(month)"
    }

    private static func ordinal(_ day: Int, _ language: Language) -> String {
        day == 1 && language == .french ? "1er" : String(day)
    }

    private static func month(_ month: Int, _ language: Language) -> String {
        let names = language == .french ? french : english
        return names[month - 1]
    }
}
