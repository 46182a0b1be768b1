/// A calendar month, counted from January 1970.
package struct Month: Hashable, Comparable, Sendable {
    /// December 2149, the last month that has a place in the format.
    package static let last = 2_159
    package let number: Int

    package init(number: Int) { self.number = number }

    /// A month of the years 1970 to 2149; nil beside them.
    package init?(year: Int, month: Int) {
        guard (1_970...2_149).contains(year), (1...12).contains(month) else { return nil }
        number = (year - 1_970) * 12 + month - 1
    }

    /// The year, 1970 to 2149.
    package var year: Int { 1_970 + number / 12 }
    /// The month, 1 to 12.
    package var monthOfYear: Int { number % 12 + 1 }
    /// The month after it.
    package var following: Month { Month(number: number + 1) }

    /// The first day of the month.
    package var firstDay: Day {
        Day(year: year, month: monthOfYear, day: 1) ?? Day(number: 0)
    }

    /// The last day of the month.
    package var lastDay: Day { following.firstDay.adding(days: -1) }

    package static func < (first: Month, second: Month) -> Bool { first.number < second.number }
}

extension Month: CustomStringConvertible {
    /// ISO 8601, `2026-10`.
    package var description: String { "\(padded(year, 4))-\(padded(monthOfYear, 2))" }

    /// Reads `2026-10`; nil for any other form.
    package init?(_ text: some StringProtocol) {
        guard let parts = digits(text, widths: [4, 2], separator: "-") else { return nil }
        self.init(year: parts[0], month: parts[1])
    }
}
