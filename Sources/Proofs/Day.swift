/// A calendar day in UTC, counted from 1970-01-01: the unit of every date in a justificatif.
///
/// Any number is a real day, so a day on the wire cannot be one that does not exist. Days from
/// 0 to `Day.last` (1970-01-01 to 2149-06-06) have a place in the format.
package struct Day: Hashable, Comparable, Sendable {
    package static let last = 65_535
    package static let seconds: Int64 = 86_400
    package let number: Int

    package init(number: Int) { self.number = number }

    /// Nil when the civil date does not exist in the Gregorian calendar.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month),
            (1...Day.count(ofMonth: month, year: year)).contains(day)
        else { return nil }
        // Days from civil: years start in March, so that the leap day comes last.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// The same day number in the month `count` months later, or that month's last day.
    package func adding(months count: Int) -> Day {
        let date = civil
        let months = date.year * 12 + date.month - 1 + count
        let (year, month) = (months / 12, months % 12 + 1)
        let day = min(date.day, Day.count(ofMonth: month, year: year))
        return Day(year: year, month: month, day: day) ?? self
    }

    /// The day so many days later; earlier if `count` is negative.
    package func adding(days count: Int) -> Day { Day(number: number + count) }

    /// The year, the month (1 to 12) and the day of the month (1 to 31).
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The first instant of the day.
    package var start: Instant { Instant(seconds: Int64(number) * Day.seconds) }

    package static func < (first: Day, second: Day) -> Bool { first.number < second.number }

    /// The days of a month, 28 to 31.
    package static func count(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// ISO 8601, `2026-11-02`.
    package var description: String {
        let date = civil
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    /// Reads `2026-11-02`; nil for any other form or a date that does not exist.
    package init?(_ text: some StringProtocol) {
        guard let parts = digits(text, widths: [4, 2, 2], separator: "-") else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}

/// A non-negative number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    switch width - digits.utf8.count {
    case ...0: return digits
    case 1: return "0" + digits
    case let lacking: return String(repeating: "0", count: lacking) + digits
    }
}

/// The numbers of a text made of digit groups of fixed widths, as `2026-11-02` is 4, 2, 2.
func digits(
    _ text: some StringProtocol, widths: [Int], separator: Character
) -> [Int]? {
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.count == widths.count else { return nil }
    var numbers: [Int] = []
    for (group, width) in zip(groups, widths) {
        guard group.utf8.count == width, group.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(group)
        else { return nil }
        numbers.append(number)
    }
    return numbers
}
