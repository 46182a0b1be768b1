package import Issuing
package import JSONFields
package import Proofs

/// What a person chose, and what the data body and the identity provider said of them.
package struct ProofWish: Equatable, Sendable {
    package let kind: JustificatifKind
    /// Of the data body, as `issue --answer` takes it.
    package let answer: JSONValue
    /// Of FranceConnect, as `issue --identity` takes it.
    package let identity: JSONValue
    /// When the answer was received.
    package let fetchedAt: Instant
    /// `LABEL[=BOUND],...`; nil for the usual fact of the kind.
    package let disclose: String?
    /// The published scale that bounds are taken from.
    package let scale: JSONValue?
    /// The one it is for; nil for anybody.
    package let recipient: Recipient?
    /// Inclusive; nil for what is usual for the facts.
    package let lastDay: Day?
    /// Whether a quotient familial of 0 is meant, and not an unknown one.
    package let confirmsZero: Bool

    package init(
        kind: JustificatifKind, answer: JSONValue, identity: JSONValue, fetchedAt: Instant,
        disclose: String? = nil, scale: JSONValue? = nil, recipient: Recipient? = nil,
        lastDay: Day? = nil, confirmsZero: Bool = false
    ) {
        self.kind = kind
        self.answer = answer
        self.identity = identity
        self.fetchedAt = fetchedAt
        self.disclose = disclose
        self.scale = scale
        self.recipient = recipient
        self.lastDay = lastDay
        self.confirmsZero = confirmsZero
    }
}

extension ProofWish {
    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        kind = try fields.kind("kind")
        guard let answer = fields.value("answer") else { throw fields.missing("answer") }
        guard let identity = fields.value("identity") else { throw fields.missing("identity") }
        self.answer = answer
        self.identity = identity
        let fetchedAt = try fields.text("fetched_at")
        guard let instant = Instant(fetchedAt) else {
            throw fields.fault(
                "fetched_at", "doit être un instant, comme 2026-11-21T09:30:00Z",
                "must be an instant, such as 2026-11-21T09:30:00Z")
        }
        self.fetchedAt = instant
        disclose = try fields.optionalText("disclose")
        scale = fields.value("scale")
        recipient = try fields.recipient("recipient")
        lastDay = try fields.optionalDay("last_day")
        confirmsZero = try fields.optionalBool("confirm_zero") ?? false
        try fields.finish()
    }

    var json: JSONValue {
        var fields: JSONObject = [
            "kind": .string(kind.rawValue), "answer": answer, "identity": identity,
            "fetched_at": .string(fetchedAt.description),
        ]
        fields["disclose"] = disclose.map { .string($0) }
        fields["scale"] = scale
        fields["recipient"] = recipient.map { .string($0.text) }
        fields["last_day"] = lastDay.map { .string($0.description) }
        fields["confirm_zero"] = confirmsZero ? .bool(true) : nil
        return .object(fields)
    }
}
