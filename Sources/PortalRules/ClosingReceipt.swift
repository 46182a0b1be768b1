package import JSONFields
package import Proofs

/// How much of each there is of one person, and nothing of what is in it.
package struct ClosingCounts: Equatable, Sendable {
    package var parameters: Int
    /// Of the journal.
    package var lines: Int
    package var links: Int
    /// Justificatifs that can still be used.
    package var proofs: Int

    package init(parameters: Int = 0, lines: Int = 0, links: Int = 0, proofs: Int = 0) {
        self.parameters = parameters
        self.lines = lines
        self.links = links
        self.proofs = proofs
    }
}

/// What a person takes away after they closed their space (Spec/portal.md 2.1).
///
/// Nothing of it says who they are.
package struct ClosingReceipt: Equatable, Sendable {
    /// What became of the justificatifs that could still be used.
    package enum Fate: String, CaseIterable, Sendable {
        /// The person asked for it.
        case cancelled
        /// They can still be used.
        case left
        /// None was cancelled, and the signing service did not say how many there are.
        case unknown
    }

    /// What was erased, and how many justificatifs `fate` is about.
    package let counts: ClosingCounts
    package let fate: Fate
    /// Whether the browser went by way of the provider's logout.
    package let isLoggedOut: Bool
    /// The UTC day.
    package let day: Day

    package init(_ counts: ClosingCounts, _ fate: Fate, isLoggedOut: Bool, on day: Day) {
        self.counts = counts
        self.fate = fate
        self.isLoggedOut = isLoggedOut
        self.day = day
    }

    /// Throws for what `json` does not make.
    package init(json value: JSONValue) throws(JSONFault) {
        var fields = try JSONFields(value, at: "receipt")
        counts = ClosingCounts(
            parameters: Int(try fields.integer("parameters")),
            lines: Int(try fields.integer("lines")), links: Int(try fields.integer("links")),
            proofs: Int(try fields.integer("proofs")))
        fate = try fields.read("fate") { Fate(rawValue: $0) }
        isLoggedOut = try fields.optionalBool("logged_out") ?? false
        day = try fields.read("day") { Day($0) }
        try fields.finish()
    }

    /// The object of a receipt, as the vault has it.
    package var json: JSONValue {
        .object([
            "parameters": .integer(Int64(counts.parameters)),
            "lines": .integer(Int64(counts.lines)), "links": .integer(Int64(counts.links)),
            "proofs": .integer(Int64(counts.proofs)), "fate": .string(fate.rawValue),
            "logged_out": .bool(isLoggedOut), "day": .string(day.description),
        ])
    }
}
