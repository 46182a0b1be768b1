package import Proofs

/// An instant by the clocks of Paris, which is what a person in France reads.
///
/// Summer time is from the last Sunday of March to that of October, 01:00 UTC each (directive
/// 2000/84/EC, article 2).
package struct ParisTime: Equatable, Sendable {
    package let day: Day
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int
    /// 0 to 59.
    package let second: Int
    /// Ahead of UTC, 1 or 2.
    private let hoursAhead: Int

    package init(_ instant: Instant) {
        let isSummer = ParisTime.isSummer(instant)
        let local = instant.adding(hours: isSummer ? 2 : 1)
        let seconds = Int(local.seconds - local.day.start.seconds)
        day = local.day
        hour = seconds / 3_600
        minute = seconds / 60 % 60
        second = seconds % 60
        hoursAhead = isSummer ? 2 : 1
    }

    /// RFC 3339 with the offset, `2026-11-02T10:30:00+01:00`.
    package var text: String {
        "\(day)T\(two(hour)):\(two(minute)):\(two(second))+0\(hoursAhead):00"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func isSummer(_ instant: Instant) -> Bool {
        let year = instant.day.civil.year
        guard let start = lastSunday(ofMonth: 3, year), let end = lastSunday(ofMonth: 10, year)
        else { return false }
        return (start.start.adding(hours: 1)..<end.start.adding(hours: 1)).contains(instant)
    }

    /// Of a month of 31 days.
    private static func lastSunday(ofMonth month: Int, _ year: Int) -> Day? {
        // Day 0, 1970-01-01, was a Thursday.
        Day(year: year, month: month, day: 31).map { $0.adding(days: -(($0.number + 4) % 7)) }
    }
}
