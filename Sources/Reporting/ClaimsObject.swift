package import JSONFields
package import Proofs

/// Claims as JSON: the registry's names, the same values that a claims file holds.
package enum ClaimsObject {
    /// The claims as the JSON object of Spec/verdicts.md 3.
    package static func json(_ claims: Claims) -> JSONValue {
        var fields: JSONObject = [:]
        for label in claims.labels {
            guard let value = claims[label] else { continue }
            let row = ClaimRegistry.row(of: label)
            fields[row.name] = json(value, row.kind)
        }
        return .object(fields)
    }

    private static func json(_ value: ClaimValue, _ kind: ClaimKind) -> JSONValue {
        switch value {
        case .name(let name): .string(name.text)
        case .recipient(let recipient): .string(recipient.text)
        case .code(let code): .string(code)
        case .birthDate(let date): .string(date.description)
        case .day(let day): .string(day.description)
        case .noDay: .string("none")
        case .month(let month): .string(month.description)
        case .flag(let flag): .bool(flag)
        case .number(let number): .integer(Int64(number))
        case .choice(let number): .string(name(of: number, kind))
        case .bracket(let lower, let upper):
            .array([.integer(Int64(lower)), upper.map { .integer(Int64($0)) } ?? .null])
        case .tariff(let grid, let bracket): .array([.string(grid), .integer(Int64(bracket))])
        }
    }

    private static func name(of number: UInt64, _ kind: ClaimKind) -> String {
        guard case .choice(let choices) = kind else { return String(number) }
        return choices.first { $0.number == number }?.name ?? String(number)
    }
}
