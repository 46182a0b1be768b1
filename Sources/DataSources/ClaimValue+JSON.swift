internal import Explaining
internal import JSONFields
internal import Proofs
internal import Wire

extension ClaimValue {
    /// A value as people write it, of the form its kind asks for (Spec/issuing.md).
    init(json value: JSONValue, _ kind: ClaimKind) throws(ClaimFormFault) {
        switch kind {
        case .name:
            self = .name(
                try Self.normalised(value) { text throws(NameFault) in
                    try Name(normalising: text)
                })
        case .recipient:
            self = .recipient(
                try Self.normalised(value) { text throws(NameFault) in
                    try Recipient(normalising: text)
                })
        case .choice(let choices): self = .choice(try Self.choice(value, choices))
        case .code(let form): self = .code(try Self.code(value, form))
        case .number(let range, let unit): self = .number(try Self.number(value, range, unit))
        case .birthDate: self = try Self.birthDate(value)
        case .daysBeforeIssue, .day: self = try Self.day(value)
        case .dayOrNone: self = try Self.dayOrNone(value)
        case .month: self = try Self.month(value)
        case .trueOnly:
            guard value == .bool(true) else {
                throw ClaimFormFault(
                    Wording(
                        "ne peut être que true ; sinon omettez le champ",
                        "can only be true; leave the field out instead"))
            }
            self = .flag(true)
        case .flag:
            guard case .bool(let flag) = value else {
                throw ClaimFormFault(expecting: "true ou false", "true or false")
            }
            self = .flag(flag)
        case .bracket: self = try Self.bracket(value)
        case .tariff: self = try Self.tariff(value)
        }
    }

    private static func normalised<Text>(
        _ value: JSONValue, _ form: (String) throws(NameFault) -> Text
    ) throws(ClaimFormFault) -> Text {
        guard case .string(let text) = value else { throw ClaimFormFault.notText }
        do throws(NameFault) {
            return try form(text)
        } catch {
            throw ClaimFormFault(error.explanation.words)
        }
    }

    private static func choice(
        _ value: JSONValue, _ choices: [(number: UInt64, name: String)]
    ) throws(ClaimFormFault) -> UInt64 {
        guard case .string(let text) = value,
            let choice = choices.first(where: { $0.name == text })
        else {
            let names = choices.map { "\"\($0.name)\"" }.joined(separator: ", ")
            throw ClaimFormFault(expecting: "l’un de \(names)", "one of \(names)")
        }
        return choice.number
    }

    private static func code(
        _ value: JSONValue, _ form: ClaimKind.CodeForm
    ) throws(ClaimFormFault) -> String {
        guard case .string(let text) = value else { throw ClaimFormFault.notText }
        switch form {
        case .commune:
            guard ClaimForm.isCommune(text) else {
                throw ClaimFormFault(
                    expecting: "le code INSEE d’une commune, comme \"44109\" ou \"2A004\"",
                    "the INSEE code of a commune, such as \"44109\" or \"2A004\"")
            }
        case .fiveDigits:
            guard ClaimForm.isFiveDigits(text) else {
                throw ClaimFormFault(expecting: "un texte de cinq chiffres", "text of five digits")
            }
        }
        return text
    }

    private static func number(
        _ value: JSONValue, _ range: ClosedRange<UInt64>, _ unit: ClaimKind.Unit
    ) throws(ClaimFormFault) -> UInt64 {
        guard case .integer(let integer) = value, let number = UInt64(exactly: integer),
            range.contains(number)
        else {
            throw ClaimFormFault(
                expecting:
                    "un nombre entier, de \(range.lowerBound) à \(range.upperBound)"
                    + unit.words.french,
                "a whole number, \(range.lowerBound) to \(range.upperBound)" + unit.words.english)
        }
        return number
    }

    private static func bracket(_ value: JSONValue) throws(ClaimFormFault) -> ClaimValue {
        if case .array(let bounds) = value, bounds.count == 2,
            case .integer(let first) = bounds[0], let lower = UInt64(exactly: first)
        {
            if bounds[1] == .null, ClaimForm.isBracket(lower: lower, upper: nil) {
                return .bracket(lower: lower, upper: nil)
            }
            if case .integer(let second) = bounds[1], let upper = UInt64(exactly: second),
                ClaimForm.isBracket(lower: lower, upper: upper)
            {
                return .bracket(lower: lower, upper: upper)
            }
        }
        throw ClaimFormFault(
            expecting:
                "un montant inférieur et un supérieur en euros, comme [400, 600] ou [600, null]",
            "a lower and a higher amount in euros, such as [400, 600] or [600, null]")
    }

    private static func tariff(_ value: JSONValue) throws(ClaimFormFault) -> ClaimValue {
        guard case .array(let parts) = value, parts.count == 2,
            case .string(let grid) = parts[0], case .integer(let number) = parts[1],
            ClaimForm.isIdentifier(grid, limit: Limits.identifierBytes),
            let bracket = UInt64(exactly: number), ClaimForm.tariffBrackets.contains(bracket)
        else {
            throw ClaimFormFault(
                expecting: "un barème et une de ses tranches, 1 à 99, comme [\"cantine-2026\", 3]",
                "a scale and a bracket of it, 1 to 99, such as [\"cantine-2026\", 3]")
        }
        return .tariff(grid: grid, bracket: bracket)
    }
}
