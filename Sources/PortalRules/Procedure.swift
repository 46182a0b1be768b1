internal import DataSources
internal import Explaining
internal import Issuing
package import JSONFields
package import Proofs

/// A procedure of a partner, as the body that runs the portal has entered it in its catalogue.
package struct Procedure: Equatable, Sendable {
    /// 1 to 40 of `a-z 0-9 -`, for links.
    package let identifier: String
    package let title: CatalogueText
    /// Who the justificatif is for.
    package let recipient: Recipient
    package let scale: PublishedScale?
    /// What it asks for; nil for whatever the person likes.
    package let facts: [OfferedFact]?
    /// Nil for a procedure that the body offers by itself.
    package let partner: Partner?

    private static let titleLimit = 200

    init(_ value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        identifier = try fields.text("id")
        guard identifier.wholeMatch(of: /[a-z0-9-]{1,40}/) != nil else {
            throw fields.fault(
                "id", "1 à 40 caractères parmi a-z 0-9 -", "1 to 40 characters of a-z 0-9 -")
        }
        title = try fields.words("title", limit: Procedure.titleLimit)
        let name = try fields.text("recipient")
        do throws(NameFault) { recipient = try Recipient(normalising: name) } catch {
            throw fields.fault("recipient", error.explanation.french, error.explanation.english)
        }
        scale = try fields.value("scale").map { value throws(JSONFault) in
            try PublishedScale(value, at: "\(place): scale")
        }
        facts = fields.has("facts") ? try fields.facts() : nil
        partner = try fields.optionalFields("partner").map { partner throws(JSONFault) in
            try Partner(partner)
        }
        try fields.finish()
    }
}

extension JSONFields {
    fileprivate mutating func facts() throws(JSONFault) -> [OfferedFact] {
        var facts: [OfferedFact] = []
        for name in try texts("facts") {
            guard let fact = OfferedFact(rawValue: name) else {
                let names = OfferedFact.allCases.map(\.rawValue).joined(separator: " ")
                throw fault("facts", "parmi : \(names)", "of these: \(names)")
            }
            facts.append(fact)
        }
        return facts
    }
}

/// A scale, which the signing service takes as it is (Spec/issuing.md 4).
package struct PublishedScale: Equatable, Sendable {
    package let json: JSONValue
    /// By which a justificatif names it.
    package let identifier: String
    private let scale: Scale

    init(_ value: JSONValue, at place: String) throws(JSONFault) {
        scale = try Scale(json: value, at: place)
        identifier = scale.identifier
        json = value
    }

    /// What a fact may state of it, in euros, ascending: ceilings, or where brackets begin; none if
    /// it needs no bound, or the scale has none for it.
    package func bounds(of fact: OfferedFact) -> [UInt64] {
        switch fact {
        case .quotientAtMost: scale.thresholds[.qfAtMost] ?? []
        case .quotientBracket: scale.brackets
        case .incomePerPartAtMost: scale.thresholds[.rfrPerPartAtMost] ?? []
        case .incomeAtMost: scale.thresholds[.rfrAtMost] ?? []
        case .quotient, .coverOn, .coverSince, .studentOn, .studentUntil, .grantOn, .grantLevel,
            .incomeAndParts, .income, .registeredOn, .registeredSince, .rightsOpenOn, .rightsUntil:
            []
        }
    }
}
