/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    /// The UTC day it falls on.
    package var day: Day {
        let quotient = seconds / Day.seconds
        return Day(number: Int(seconds % Day.seconds < 0 ? quotient - 1 : quotient))
    }

    /// The instant so many hours and minutes later.
    package func adding(hours: Int64 = 0, minutes: Int64 = 0) -> Instant {
        Instant(seconds: seconds + hours * 3_600 + minutes * 60)
    }

    package static func < (first: Instant, second: Instant) -> Bool {
        first.seconds < second.seconds
    }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, `2026-11-02T09:30:00Z`.
    package var description: String {
        let time = Int(seconds - day.start.seconds)
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60)
        return "\(day)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))Z"
    }

    /// Reads an RFC 3339 instant without fractions, with `Z` or an offset, or a day, which means
    /// its first instant in UTC.
    ///
    /// Nil for any other form, a date or a time that does not exist.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10,
            let day = Day(String(decoding: bytes[..<10], as: UTF8.self))
        else { return nil }
        guard bytes.count > 10 else {
            self = day.start
            return
        }
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"),
            let clock = Instant.clock(String(decoding: bytes[11..<19], as: UTF8.self)),
            let offset = Instant.offset(String(decoding: bytes[19...], as: UTF8.self))
        else { return nil }
        seconds = day.start.seconds + clock - offset
    }

    private static func clock(_ text: String) -> Int64? {
        guard let parts = digits(text, widths: [2, 2, 2], separator: ":"),
            parts[0] < 24, parts[1] < 60, parts[2] < 60
        else { return nil }
        return Int64(parts[0] * 3_600 + parts[1] * 60 + parts[2])
    }

    private static func offset(_ text: String) -> Int64? {
        if text == "Z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-",
            let parts = digits(text.dropFirst(), widths: [2, 2], separator: ":"),
            parts[0] < 24, parts[1] < 60
        else { return nil }
        let seconds = Int64(parts[0] * 3_600 + parts[1] * 60)
        return sign == "-" ? -seconds : seconds
    }
}
