internal import JSONFields
internal import Proofs

/// Days, months and birth dates: ISO 8601 text that exists and has a place in the format.
extension ClaimValue {
    static func birthDate(_ value: JSONValue) throws(ClaimFormFault) -> ClaimValue {
        guard case .string(let text) = value, let date = PartialDate(text) else {
            throw ClaimFormFault(
                expecting:
                    "une date qui existe, comme \"1962-08-24\", ou \"1992-11-00\" si le jour est "
                    + "inconnu",
                "a date that exists, such as \"1962-08-24\", or \"1992-11-00\" for an unknown day")
        }
        return .birthDate(date)
    }

    static func month(_ value: JSONValue) throws(ClaimFormFault) -> ClaimValue {
        guard case .string(let text) = value, let month = Month(text) else {
            throw ClaimFormFault(
                expecting: "un mois, de 1970-01 à 2149-12, comme \"2026-10\"",
                "a month, 1970-01 to 2149-12, such as \"2026-10\"")
        }
        return .month(month)
    }

    static func day(_ value: JSONValue) throws(ClaimFormFault) -> ClaimValue {
        guard case .string(let text) = value, let day = Day(text),
            (0...Day.last).contains(day.number)
        else {
            let last = Day(number: Day.last)
            throw ClaimFormFault(
                expecting: "un jour qui existe, du 1970-01-01 au \(last)",
                "a day that exists, 1970-01-01 to \(last)")
        }
        return .day(day)
    }

    /// On the wire, day 0 is "none".
    static func dayOrNone(_ value: JSONValue) throws(ClaimFormFault) -> ClaimValue {
        if value == .string("none") { return .noDay }
        guard case .string(let text) = value, let day = Day(text),
            (1...Day.last).contains(day.number)
        else {
            let last = Day(number: Day.last)
            throw ClaimFormFault(
                expecting: "un jour qui existe, du 1970-01-02 au \(last), ou \"none\"",
                "a day that exists, 1970-01-02 to \(last), or \"none\"")
        }
        return .day(day)
    }
}
