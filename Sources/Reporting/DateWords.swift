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

    /// « 3 novembre 2026 à 09:05 UTC », "3 November 2026 at 09:05 UTC".
    package static func instant(_ instant: Instant, _ language: Language) -> String {
        let minutes = (instant.seconds - instant.day.start.seconds) / 60
        let parts = [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return day(instant.day, language) + language(" à ", " at ")
            + parts.joined(separator: ":") + " UTC"
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

/// Numbers as they are printed: « 14 320 € », « 1,5 ».
package enum NumberWords {
    /// The narrow space that keeps a number on one line.
    private static let space = "\u{202F}"

    /// « 14 320 € », "€14 320".
    package static func euros(_ amount: UInt64, _ language: Language) -> String {
        let digits = Array(String(amount))
        var groups = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { groups += space }
            groups.append(digit)
        }
        return language("\(groups)\u{A0}€", "€\(groups)")
    }

    /// Hundredths as a decimal without useless zeros.
    static func hundredths(_ number: UInt64, _ language: Language) -> String {
        let (whole, cents) = (number / 100, number % 100)
        let point = language(",", ".")
        if cents == 0 { return "\(whole)" }
        if cents.isMultiple(of: 10) { return "\(whole)\(point)\(cents / 10)" }
        return "\(whole)\(point)\(cents < 10 ? "0" : "")\(cents)"
    }
}
