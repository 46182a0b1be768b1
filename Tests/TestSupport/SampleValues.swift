package import Proofs

extension Sample {
    /// Some value of a label that its kind allows.
    package static func value(of label: ClaimLabel) -> ClaimValue {
        switch ClaimRegistry.row(of: label).kind {
        case .name: name("Léa")
        case .recipient: recipient("Mairie d’Exemple")
        case .birthDate: birthDate(1988_05_14)
        case .choice(let choices): .choice(choices[0].number)
        case .code: .code("44109")
        case .number(let range, _): .number(range.upperBound)
        case .daysBeforeIssue, .day, .dayOrNone: .day(today)
        case .month: .month(month(2026, 10))
        case .trueOnly, .flag: .flag(true)
        case .bracket: .bracket(lower: 400, upper: 800)
        case .tariff: .tariff(grid: "cantine-2026", bracket: 3)
        }
    }

    /// The usual identity, `label`, and everything that it requires, directly or not.
    package static func claims(around label: ClaimLabel) -> Claims {
        var claims = identity
        var wanted = [label]
        while let next = wanted.popLast() {
            claims[next] = claims[next] ?? value(of: next)
            wanted += ClaimRegistry.row(of: next).requires.filter { claims[$0] == nil }
        }
        return claims
    }
}
