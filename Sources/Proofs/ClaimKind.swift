/// What a claim's value may be, and its form on the wire (Spec/token.md 4.3).
package enum ClaimKind: Sendable {
    /// Text of the name repertoire.
    case name
    /// Text of the recipient repertoire.
    case recipient
    /// Unsigned YYYYMMDD, 00 for an unknown part.
    case birthDate
    /// Unsigned, one of the numbers listed; others belong to a later version.
    case choice([(number: UInt64, name: String)])
    /// ASCII text of a fixed form.
    case code(CodeForm)
    /// Unsigned, in a range and a unit.
    case number(ClosedRange<UInt64>, Unit)
    /// Unsigned, days from the fact back to the day of issue.
    case daysBeforeIssue
    /// Unsigned day number.
    case day
    /// Unsigned day number, 0 for "none known".
    case dayOrNone
    /// Unsigned month number.
    case month
    /// Only ever `true`: a false one is left out.
    case trueOnly
    case flag
    /// Array of a lower bound and an upper bound or null, in euros: lower <= value < upper.
    case bracket
    /// Array of the identifier of a published tariff grid and the number of a bracket in it.
    case tariff

    /// What a whole number counts.
    package enum Unit: Sendable { case euro, hundredths, count, year, country, level }

    /// The form of a code that is a text.
    package enum CodeForm: Sendable {
        /// INSEE code of a commune: `44109`, `2A004`.
        case commune
        /// Five digits.
        case fiveDigits
    }
}

/// The greatest age of the data on the day of issue, in days.
package let greatestDataAgeDays: UInt64 = 365
/// The greatest amount in euros: twelve digits, as on a tax notice.
package let greatestAmount: UInt64 = 999_999_999_999
