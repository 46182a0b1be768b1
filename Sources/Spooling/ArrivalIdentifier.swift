/// One arrival: `<milliseconds since 1970, 13 digits>-<4 digits>` (Spec/spool.md 2).
///
/// The same file name dropped twice is two arrivals.
package struct ArrivalIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    package static let byteCount = 18
    package let milliseconds: Int64
    package let number: Int

    /// The form used in file names.
    package let description: String

    /// Nil outside of what 13 and 4 digits hold.
    package init?(milliseconds: Int64, number: Int) {
        guard (0..<10_000_000_000_000).contains(milliseconds), (0..<10_000).contains(number) else {
            return nil
        }
        self.milliseconds = milliseconds
        self.number = number
        description =
            ArrivalIdentifier.padded(String(milliseconds), 13) + "-"
            + ArrivalIdentifier.padded(String(number), 4)
    }

    package static func == (first: ArrivalIdentifier, second: ArrivalIdentifier) -> Bool {
        first.milliseconds == second.milliseconds && first.number == second.number
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(milliseconds)
        hasher.combine(number)
    }

    /// Reads the text form; nil for any other text, so that one identifier has one form.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let digits = { (part: Substring.UTF8View) in
            part.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard parts.count == 2, parts[0].utf8.count == 13, parts[1].utf8.count == 4,
            digits(Substring(parts[0]).utf8), digits(Substring(parts[1]).utf8),
            let milliseconds = Int64(parts[0]), let number = Int(parts[1])
        else { return nil }
        self.init(milliseconds: milliseconds, number: number)
    }

    package static func < (first: ArrivalIdentifier, second: ArrivalIdentifier) -> Bool {
        (first.milliseconds, first.number) < (second.milliseconds, second.number)
    }

    private static func padded(_ digits: String, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// Hands out identifiers that rise even when the clock stands still or goes back.
package struct ArrivalNumbering: Sendable {
    private var last: ArrivalIdentifier?

    package init() {}

    /// Never hands out this one or an earlier one: a program that starts anew may find the clock
    /// where its predecessor left it, or before.
    package mutating func rise(above other: ArrivalIdentifier) { last = max(last ?? other, other) }

    /// The next identifier, above all before it; nil if none is left.
    package mutating func next(atMilliseconds now: Int64) -> ArrivalIdentifier? {
        var next = ArrivalIdentifier(milliseconds: now, number: 0)
        if let last, let candidate = next, candidate <= last {
            next =
                ArrivalIdentifier(milliseconds: last.milliseconds, number: last.number + 1)
                ?? ArrivalIdentifier(milliseconds: last.milliseconds + 1, number: 0)
        }
        last = next ?? last
        return next
    }
}
