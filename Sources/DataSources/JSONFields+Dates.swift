internal import JSONFields
internal import Proofs

/// Dates of an answer; an absent, null or empty one is nil, one that does not exist is an error.
extension JSONFields {
    /// `2026-02-03`, also with the midnight some bodies add; a day the format has a place for.
    mutating func day(_ name: String) throws(JSONFault) -> Day? {
        guard let text = try filledText(name) else { return nil }
        guard let day = Day(Self.dayPart(text)), (1...Day.last).contains(day.number) else {
            throw noDate(name)
        }
        return day
    }

    /// `1962-08-24`, 00 for unknown parts.
    mutating func partialDate(_ name: String) throws(JSONFault) -> PartialDate? {
        guard let text = try filledText(name) else { return nil }
        guard let date = PartialDate(Self.dayPart(text)) else { throw noDate(name) }
        return date
    }

    /// `24/08/1962`, 00 for unknown parts.
    mutating func frenchDate(_ name: String) throws(JSONFault) -> PartialDate? {
        guard let text = try filledText(name) else { return nil }
        let turned = text.split(separator: "/", omittingEmptySubsequences: false).reversed()
        guard let date = PartialDate(turned.joined(separator: "-")) else { throw noDate(name) }
        return date
    }

    /// Three members, numbers or digits; an absent month or day is unknown.
    mutating func dateParts(
        year: String, month: String, day: String
    ) throws(JSONFault) -> PartialDate? {
        guard let yearNumber = try number(year, in: 0...9_999) else { return nil }
        let monthNumber = try number(month, in: 0...12) ?? 0
        let dayNumber = try number(day, in: 0...31) ?? 0
        let date = PartialDate(
            year: Int(yearNumber), month: Int(monthNumber), day: Int(dayNumber))
        guard let date else { throw noDate(year) }
        return date
    }

    /// Any other time of day might be another day in Paris.
    private static func dayPart(_ text: String) -> Substring {
        let (day, rest) = (text.prefix(10), text.dropFirst(10))
        return rest.hasPrefix("T00:00:00") ? day : text[...]
    }

    private func noDate(_ name: String) -> JSONFault {
        fault(name, "n’est pas une date qui existe", "is not a date that exists")
    }
}
