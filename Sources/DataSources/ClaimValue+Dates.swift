internal import JSONFields
internal import Proofs

extension ClaimValue {
    /// A day, month or birth date: ISO 8601 text that exists and has a place in the format.
    static func date(_ value: JSONValue, _ kind: ClaimKind) throws(ClaimFormFault) -> ClaimValue {
        guard case .string(let text) = value else { throw expected(kind) }
        switch kind {
        case .birthDate:
            if let date = PartialDate(text) { return .birthDate(date) }
        case .month:
            if let month = Month(text) { return .month(month) }
        case .dayOrNone where text == "none":
            return .noDay
        default:
            // On the wire, day 0 of a `dayOrNone` is "none".
            let first = if case .dayOrNone = kind { 1 } else { 0 }
            if let day = Day(text), (first...Day.last).contains(day.number) { return .day(day) }
        }
        throw expected(kind)
    }

    private static func expected(_ kind: ClaimKind) -> ClaimFormFault {
        let last = Day(number: Day.last)
        return switch kind {
        case .birthDate:
            ClaimFormFault(
                expecting:
                    "une date qui existe, comme \"1962-08-24\", ou \"1992-11-00\" si le jour est "
                    + "inconnu",
                "a date that exists, such as \"1962-08-24\", or \"1992-11-00\" for an unknown day")
        case .month:
            ClaimFormFault(
                expecting: "un mois, de 1970-01 à 2149-12, comme \"2026-10\"",
                "a month, 1970-01 to 2149-12, such as \"2026-10\"")
        case .dayOrNone:
            ClaimFormFault(
                expecting: "un jour qui existe, du 1970-01-02 au \(last), ou \"none\"",
                "a day that exists, 1970-01-02 to \(last), or \"none\"")
        default:
            ClaimFormFault(
                expecting: "un jour qui existe, du 1970-01-01 au \(last)",
                "a day that exists, 1970-01-01 to \(last)")
        }
    }
}
