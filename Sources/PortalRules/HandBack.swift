internal import Proofs
package import WebRules

/// What a person's own browser carries to a partner, if they want it to (Spec/portal.md 10.2).
package struct HandBack: Equatable, Sendable {
    /// What may be told to a partner.
    ///
    /// There is no word for a person who has no justificatif.
    package enum Status: String, CaseIterable, Sendable {
        case acceptedByPerson = "accepted-by-person"
    }

    /// Who it is for, in words.
    package let recipient: String
    /// Of the catalogue, never of a request.
    package let address: WebAddress
    package let fields: [Field]
    /// How many justificatifs there are.
    package let count: Int

    /// A field of the form.
    package struct Field: Equatable, Sendable {
        package let name: String
        package let value: String
    }

    /// Hands signed texts to the partner of a choice; nil if there are none, or nobody takes them.
    package init?(_ texts: [String], of choice: PersonChoice) {
        guard !texts.isEmpty, let procedure = choice.procedure,
            let address = procedure.partner?.handBack
        else { return nil }
        recipient = procedure.recipient.text
        self.address = address
        let known = [
            Field(name: "statut", value: Status.acceptedByPerson.rawValue),
            Field(name: "demarche", value: procedure.identifier),
            Field(name: "etat", value: choice.state?.text ?? ""),
        ]
        count = texts.count
        fields = known + texts.map { Field(name: "justificatif", value: $0) }
    }
}
