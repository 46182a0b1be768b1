package import Issuing
internal import JSONFields
package import Proofs

/// A justificatif that was issued to somebody, as far as the office can know it again
/// (Spec/signing.md 4.1).
package struct HolderProof: Equatable, Sendable {
    package let reference: Reference
    package let kind: JustificatifKind
    /// The UTC day of issue.
    package let issued: Day
    /// Inclusive.
    package let lastDay: Day
    /// The UTC day it was cancelled on; nil while it is good.
    package let cancelled: Day?

    package init(
        reference: Reference, kind: JustificatifKind, issued: Day, lastDay: Day, cancelled: Day?
    ) {
        self.reference = reference
        self.kind = kind
        self.issued = issued
        self.lastDay = lastDay
        self.cancelled = cancelled
    }
}

extension HolderProof {
    init(_ value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        reference = try fields.reference("reference")
        kind = try fields.kind("kind")
        issued = try fields.day("issued")
        lastDay = try fields.day("last_day")
        cancelled = try fields.optionalDay("cancelled")
        try fields.finish()
    }

    var json: JSONValue {
        var fields: JSONObject = [
            "reference": .string(reference.description), "kind": .string(kind.rawValue),
            "issued": .string(issued.description), "last_day": .string(lastDay.description),
        ]
        fields["cancelled"] = cancelled.map { .string($0.description) }
        return .object(fields)
    }
}
