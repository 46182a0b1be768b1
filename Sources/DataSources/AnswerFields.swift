internal import JSONFields
internal import Proofs

/// Members of an answer in the forms data APIs use; an absent, null or empty one is nil.
extension JSONFields {
    mutating func filledText(_ name: String) throws(JSONFault) -> String? {
        guard let text = try optionalText(name), !text.isEmpty else { return nil }
        return text
    }

    /// A whole number, or its digits as text, in the range of a claim.
    mutating func number(
        _ name: String, in range: ClosedRange<UInt64>
    ) throws(JSONFault) -> UInt64? {
        var number: Int64?
        if case .string(let text) = value(name) {
            if text.isEmpty { return nil }
            let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            number = isDigits ? Int64(text) : nil
        } else {
            guard has(name) else { return nil }
            number = try optionalInteger(name)
        }
        guard let number, let found = UInt64(exactly: number), range.contains(found) else {
            throw fault(name, "must be \(range.lowerBound) to \(range.upperBound)")
        }
        return found
    }

    mutating func number(_ name: String, of label: ClaimLabel) throws(JSONFault) -> UInt64? {
        guard case .number(let range, _) = ClaimRegistry.row(of: label).kind else { return nil }
        return try number(name, in: range)
    }

    /// A number with at most two decimals, in hundredths.
    ///
    /// The quotient of two whole numbers is rounded once, as the parser rounded the text: they are
    /// equal exactly when the text had no further decimals.
    mutating func hundredths(_ name: String, of label: ClaimLabel) throws(JSONFault) -> UInt64? {
        guard case .number(let range, _) = ClaimRegistry.row(of: label).kind else { return nil }
        let written: Double
        switch value(name) {
        case .none: return nil
        case .integer(let whole): written = Double(whole)
        case .decimal(let decimal): written = decimal
        case .some: throw fault(name, "must be a number")
        }
        let scaled = (written * 100).rounded()
        guard let hundredths = UInt64(exactly: scaled), range.contains(hundredths) else {
            let (low, high) = (Double(range.lowerBound) / 100, Double(range.upperBound) / 100)
            throw fault(name, "must be \(low) to \(high)")
        }
        guard Double(hundredths) / 100 == written else {
            throw fault(name, "has more than two decimals")
        }
        return hundredths
    }

    mutating func month(year: String, month: String) throws(JSONFault) -> Month? {
        guard let yearNumber = try number(year, in: 1_970...2_149),
            let monthNumber = try number(month, in: 1...12)
        else { return nil }
        return Month(year: Int(yearNumber), month: Int(monthNumber))
    }
}
