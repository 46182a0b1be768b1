package import JSONFields
package import Proofs

/// For whom a justificatif was made, which the register does not know, and what they answered
/// (Spec/space.md 4.3).
package struct ProofLink: Equatable, Sendable {
    /// The most answers that are kept of one; the oldest make room.
    package static let answerLimit = 16

    package let reference: Reference
    package let datum: Datum
    package let recipient: String
    /// In the order of their days.
    package let answers: [PartnerAnswer]

    package init(
        _ reference: Reference, _ datum: Datum, recipient: String,
        answers: [PartnerAnswer] = []
    ) {
        self.reference = reference
        self.datum = datum
        self.recipient = recipient
        self.answers = answers
    }

    /// The link with one answer more; nil if it has that answer.
    package func adding(_ answer: PartnerAnswer) -> ProofLink? {
        guard !answers.contains(answer) else { return nil }
        // One that comes late goes to its day, behind others of that day.
        let place = answers.firstIndex { $0.day > answer.day } ?? answers.endIndex
        var all = answers
        all.insert(answer, at: place)
        return ProofLink(
            reference, datum, recipient: recipient,
            answers: all.suffix(ProofLink.answerLimit))
    }

    /// Throws for what is no link of this version.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        reference = try fields.read("reference") { try? Reference(text: $0) }
        datum = try fields.read("kind") { Datum(rawValue: $0) }
        recipient = try fields.text("recipient")
        var answers: [PartnerAnswer] = []
        if fields.has("answers") {
            for item in try fields.list("answers") {
                answers.append(try PartnerAnswer(json: item, at: "\(place): answers"))
            }
        }
        self.answers = answers
        try fields.finish()
    }

    /// The object of a link, as it is sealed.
    package var json: JSONValue {
        var members: JSONObject = [
            "reference": .string(reference.description), "kind": .string(datum.rawValue),
            "recipient": .string(recipient),
        ]
        if !answers.isEmpty { members["answers"] = .array(answers.map(\.json)) }
        return .object(members)
    }
}
