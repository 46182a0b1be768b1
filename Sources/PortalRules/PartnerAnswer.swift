internal import JSONFields
package import Proofs

/// What a partner told a person of a request, as it is kept (Spec/space.md 4.3).
package struct PartnerAnswer: Equatable, Sendable {
    /// The `id` of the procedure.
    package let procedure: String
    package let status: StatusLine.Status
    /// The UTC day on which the partner said so.
    package let day: Day

    package init(procedure: String, status: StatusLine.Status, day: Day) {
        self.procedure = procedure
        self.status = status
        self.day = day
    }

    /// Throws for what is no answer of this version.
    init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        procedure = try fields.text("procedure")
        status = try fields.read("status") { StatusLine.Status(rawValue: $0) }
        day = try fields.read("day") { Day($0) }
        try fields.finish()
    }

    var json: JSONValue {
        .object([
            "procedure": .string(procedure), "status": .string(status.rawValue),
            "day": .string(day.description),
        ])
    }
}
