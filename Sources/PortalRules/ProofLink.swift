package import Issuing
package import JSONFields
package import Proofs

/// For whom a justificatif was made, which the register does not know (Spec/space.md 4.3).
package struct ProofLink: Equatable, Sendable {
    package let reference: Reference
    package let kind: JustificatifKind
    package let recipient: String

    package init(_ reference: Reference, kind: JustificatifKind, recipient: String) {
        self.reference = reference
        self.kind = kind
        self.recipient = recipient
    }

    /// Throws for what is no link of this version.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        reference = try fields.read("reference") { try? Reference(text: $0) }
        kind = try fields.read("kind") { JustificatifKind(rawValue: $0) }
        recipient = try fields.text("recipient")
        try fields.finish()
    }

    /// The object of a link, as it is sealed.
    package var json: JSONValue {
        .object([
            "reference": .string(reference.description), "kind": .string(kind.rawValue),
            "recipient": .string(recipient),
        ])
    }
}
