package import JSONFields
package import Proofs

/// One line of a person's journal: who exchanged what, when, for whom and with which answer
/// (Spec/space.md 4.2).
///
/// Never a value of the person.
package struct JournalLine: Equatable, Sendable {
    /// What was done, in the order of a visit: lines of one second are shown in it.
    package enum Act: String, CaseIterable, Comparable, Sendable {
        /// The provider said who the person is.
        case login
        /// A data body was asked for a datum.
        case query
        /// The signing service was asked for a justificatif.
        case sign
        /// The person refused to have one signed.
        case decline
        /// The person had a justificatif handed to a partner.
        case send
        /// A partner answered, by the person's own browser.
        case answer
        /// The signing service was asked to cancel a justificatif.
        case cancel

        private var place: Int { Act.allCases.firstIndex(of: self) ?? 0 }

        package static func < (first: Act, second: Act) -> Bool { first.place < second.place }
    }

    package let at: Instant
    package let act: Act
    /// The other side: the provider, a data body, the signing service, a partner.
    package let partner: String
    /// What it was about; nil for a login.
    package let datum: Datum?
    /// Whom it was for; nil for nobody in particular.
    package let recipient: String?
    package let reference: Reference?
    /// A code: `obtained`, `signed`, or that of a refusal.
    package let answer: String

    package init(
        at: Instant, act: Act, partner: String, datum: Datum? = nil,
        recipient: String? = nil, reference: Reference? = nil, answer: String
    ) {
        self.at = at
        self.act = act
        self.partner = partner
        self.datum = datum
        self.recipient = recipient
        self.reference = reference
        self.answer = answer
    }

    /// Throws for what is no line of this version.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        at = try fields.read("at") { Instant($0) }
        act = try fields.read("act") { Act(rawValue: $0) }
        partner = try fields.text("partner")
        datum = try fields.readOptional("kind") { Datum(rawValue: $0) }
        recipient = try fields.optionalText("recipient")
        reference = try fields.readOptional("reference") { try? Reference(text: $0) }
        answer = try fields.text("answer")
        try fields.finish()
    }

    /// The object of a line, as it is sealed.
    package var json: JSONValue { json(at: at.description) }

    /// The same as a person downloads it: at the time of Paris, with its offset.
    var downloaded: JSONValue { json(at: ParisTime(at).text) }

    private func json(at time: String) -> JSONValue {
        var members: JSONObject = [
            "at": .string(time), "act": .string(act.rawValue),
            "partner": .string(partner), "answer": .string(answer),
        ]
        members["kind"] = datum.map { .string($0.rawValue) }
        members["recipient"] = recipient.map { .string($0) }
        members["reference"] = reference.map { .string($0.description) }
        return .object(members)
    }
}

extension JSONFields {
    /// A text that has a meaning; throws if it is missing or has none.
    mutating func read<Value>(
        _ name: String, _ meaning: (String) -> Value?
    ) throws(JSONFault) -> Value {
        guard let value = meaning(try text(name)) else { throw unreadable(name) }
        return value
    }

    /// The same of a text that may be absent.
    mutating func readOptional<Value>(
        _ name: String, _ meaning: (String) -> Value?
    ) throws(JSONFault) -> Value? {
        guard let text = try optionalText(name) else { return nil }
        guard let value = meaning(text) else { throw unreadable(name) }
        return value
    }

    private func unreadable(_ name: String) -> JSONFault {
        fault(name, "n’a pas de sens ici", "has no meaning here")
    }
}
