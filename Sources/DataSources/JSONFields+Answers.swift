internal import Explaining
internal import Issuing
internal import JSONFields
internal import Proofs

/// Members of an answer in the forms data APIs use; an absent, null or empty one is nil.
extension JSONFields {
    mutating func filledText(_ name: String) throws(JSONFault) -> String? {
        guard let text = try optionalText(name), !text.isEmpty else { return nil }
        return text
    }

    /// Given names, as a list or as one text.
    mutating func givenNames(_ name: String) throws(JSONFault) -> String? {
        guard case .array = value(name) else { return try filledText(name) }
        let names = try texts(name).filter { !$0.isEmpty }
        return names.isEmpty ? nil : names.joined(separator: " ")
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
            throw fault(
                name, "doit être de \(range.lowerBound) à \(range.upperBound)",
                "must be \(range.lowerBound) to \(range.upperBound)")
        }
        return found
    }

    mutating func number(_ name: String, of label: ClaimLabel) throws(JSONFault) -> UInt64? {
        guard case .number(let range, _) = ClaimRegistry.row(of: label).kind else { return nil }
        return try number(name, in: range)
    }

    /// A number with at most two decimals, in hundredths: `2`, `2.5` and `2.50` are 200 and 250.
    ///
    /// Read from the digits as they are written, since no binary number holds them all.
    mutating func hundredths(_ name: String, of label: ClaimLabel) throws(JSONFault) -> UInt64? {
        guard case .number(let range, _) = ClaimRegistry.row(of: label).kind else { return nil }
        let hundredths: UInt64?
        switch value(name) {
        case .none: return nil
        case .integer(let whole):
            hundredths = UInt64(exactly: whole).flatMap { $0 <= range.upperBound ? $0 * 100 : nil }
        case .decimal(let written):
            guard let parts = written.wholeMatch(of: /([0-9]+)\.([0-9]+)/) else {
                throw fault(
                    name, "doit être un nombre comme 2.5", "must be a number such as 2.5")
            }
            let decimals = parts.2.trimmingZeros
            guard decimals.count <= 2 else {
                throw fault(name, "a plus de deux décimales", "has more than two decimals")
            }
            let padding = String(repeating: "0", count: 2 - decimals.count)
            hundredths = UInt64(parts.1 + decimals + padding)
        case .some: throw fault(name, "doit être un nombre", "must be a number")
        }
        guard let hundredths, range.contains(hundredths) else {
            let (low, high) = (Double(range.lowerBound) / 100, Double(range.upperBound) / 100)
            throw fault(name, "doit être de \(low) à \(high)", "must be \(low) to \(high)")
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

extension Substring {
    /// Without the zeros at its end.
    fileprivate var trimmingZeros: Substring {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }
}

/// The persons of an answer, each read by itself.
struct HeldPersons {
    private(set) var persons: [HeldPerson] = []
    /// What was wrong with the first that could not be read.
    private(set) var fault: Wording?

    /// Reads one more, if there is one.
    ///
    /// A person that cannot be read is noted and holds nobody else up.
    mutating func add(_ read: () throws(JSONFault) -> HeldPerson?) {
        do throws(JSONFault) {
            if let person = try read(), !person.isBlank { persons.append(person) }
        } catch {
            fault = fault ?? error.explanation.words
        }
    }

    /// The answer about these persons.
    func answer(_ facts: Facts) -> Answer {
        Answer(persons: persons, unreadablePerson: fault, facts: facts)
    }
}
