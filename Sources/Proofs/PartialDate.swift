/// A birth date whose day, or month and day, may be unknown.
///
/// On the wire it is the number YYYYMMDD with 00 for an unknown part: identity providers send
/// such dates for people born where records were kept otherwise (Spec/token.md 4.3).
package struct PartialDate: Hashable, Sendable {
    package let year: Int
    /// 0 when unknown; then `day` is 0 too.
    package let month: Int
    /// 0 when unknown.
    package let day: Int

    /// Nil unless the year is 1850 to 2149 and the known parts make a date that exists.
    package init?(year: Int, month: Int, day: Int) {
        guard (1_850...2_149).contains(year), (0...12).contains(month) else { return nil }
        guard month > 0 || day == 0 else { return nil }
        guard day == 0 || Day(year: year, month: month, day: day) != nil else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// A date from the number on the wire, `19880514`; nil if there is no such date.
    package init?(number: UInt64) {
        guard number <= 99_991_231 else { return nil }
        let number = Int(number)
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// The number on the wire, `19880514`; a part that is not known is 0.
    package var number: UInt64 { UInt64(year * 10_000 + month * 100 + day) }

    /// The first day it can mean.
    package var earliest: Day {
        Day(year: year, month: max(month, 1), day: max(day, 1)) ?? Day(number: 0)
    }

    /// Whether both can be the same day, an unknown part being any.
    package func agrees(with other: PartialDate) -> Bool {
        let same = { (first: Int, second: Int) in first == 0 || second == 0 || first == second }
        return year == other.year && same(month, other.month) && same(day, other.day)
    }
}

extension PartialDate: CustomStringConvertible {
    /// `1992-11-00` where the day is unknown, as FranceConnect writes it.
    package var description: String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// A date from `1988-05-14`, with `00` for what is not known; nil if there is no such date.
    package init?(_ text: some StringProtocol) {
        guard let parts = digits(text, widths: [4, 2, 2], separator: "-") else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}
