package import JSONFields
package import Proofs

/// What a data body outside FranceConnect asks for, and a person may have kept (Spec/space.md 4.1).
package enum SpaceParameter: String, CaseIterable, Sendable {
    /// The name that a person chose at France Travail.
    case franceTravail = "identifiant-france-travail"

    /// What was typed, without the spaces around it; nil if it cannot be one.
    package func value(typed text: String) -> String? {
        let trimmed = text.trimming(" ")
        switch self {
        case .franceTravail:
            guard (3...100).contains(trimmed.utf8.count),
                trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else { return nil }
            return trimmed
        }
    }
}

/// A parameter as it is kept.
package struct KeptParameter: Equatable, Sendable {
    package let parameter: SpaceParameter
    package let value: String
    /// The UTC day on which the person asked for it.
    package let since: Day

    package init(_ parameter: SpaceParameter, value: String, since: Day) {
        self.parameter = parameter
        self.value = value
        self.since = since
    }

    /// Throws for what is no parameter of this version.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        parameter = try fields.read("parameter") { SpaceParameter(rawValue: $0) }
        self.value = try fields.text("value")
        since = try fields.read("since") { Day($0) }
        try fields.finish()
    }

    /// The object of a parameter, as it is sealed.
    package var json: JSONValue {
        .object([
            "parameter": .string(parameter.rawValue), "value": .string(value),
            "since": .string(since.description),
        ])
    }
}

extension String {
    fileprivate func trimming(_ character: Character) -> String {
        let start = drop { $0 == character }
        return String(start.reversed().drop { $0 == character }.reversed())
    }
}
