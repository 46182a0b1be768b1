/// The value of one claim, already of the form its kind asks for.
package enum ClaimValue: Hashable, Sendable {
    case name(Name)
    case recipient(Recipient)
    case birthDate(PartialDate)
    case number(UInt64)
    /// The number of a listed choice.
    case choice(UInt64)
    case code(String)
    case day(Day)
    /// No day is known (`dayOrNone`).
    case noDay
    case month(Month)
    case flag(Bool)
    /// In euros; no upper bound means "and above".
    case bracket(lower: UInt64, upper: UInt64?)
    case tariff(grid: String, bracket: UInt64)
}

/// Checks shared by reading from the wire and by building from people's input.
package enum ClaimForm {
    /// Whether a text has the form of an INSEE code of a commune: `44109`, `2A004`.
    package static func isCommune(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes.allSatisfy({ $0 < 0x80 }) else { return false }
        let digit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        let corsica =
            bytes[0] == UInt8(ascii: "2")
            && (bytes[1] == UInt8(ascii: "A") || bytes[1] == UInt8(ascii: "B"))
        return (corsica || digit(bytes[0]) && digit(bytes[1])) && bytes[2...].allSatisfy(digit)
    }

    /// Whether a text is five ASCII digits.
    package static func isFiveDigits(_ text: String) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Identifiers of grids and lists: 1 to 32 of `a-z 0-9 - .`, so that they are safe anywhere.
    package static func isIdentifier(_ text: String, limit: Int) -> Bool {
        (1...limit).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
            } && text.utf8.first != 0x2E
    }

    /// Whether a bracket has bounds that a claim can hold: whole euros up to 100,000, ascending.
    package static func isBracket(lower: UInt64, upper: UInt64?) -> Bool {
        lower <= 99_999 && (upper.map { $0 > lower && $0 <= 100_000 } ?? true)
    }

    package static let tariffBrackets: ClosedRange<UInt64> = 1...99
}

extension ClaimKind.CodeForm {
    func matches(_ text: String) -> Bool {
        switch self {
        case .commune: ClaimForm.isCommune(text)
        case .fiveDigits: ClaimForm.isFiveDigits(text)
        }
    }
}
