package import Explaining
internal import JSONFields
package import Proofs

/// What anybody will be able to read in a justificatif, and nothing else.
package struct ReadableProof: Equatable, Sendable {
    /// The UTC day of issue.
    package let issued: Day
    /// Inclusive.
    package let lastDay: Day
    /// Every claim in the order of the wire, and the days.
    package let rows: [ReadableRow]
    /// Whether the identity holds a usage name that was not asked for (Spec/issuing.md 4).
    package let couldShowUsageName: Bool

    package init(issued: Day, lastDay: Day, rows: [ReadableRow], couldShowUsageName: Bool) {
        self.issued = issued
        self.lastDay = lastDay
        self.rows = rows
        self.couldShowUsageName = couldShowUsageName
    }
}

/// One line of it, in every language of the screens.
package struct ReadableRow: Equatable, Sendable {
    package let title: Wording
    package let value: Wording

    package init(title: Wording, value: Wording) {
        self.title = title
        self.value = value
    }
}

extension ReadableProof {
    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        issued = try fields.day("issued")
        lastDay = try fields.day("last_day")
        couldShowUsageName = try fields.optionalBool("could_show_usage_name") ?? false
        var rows: [ReadableRow] = []
        for (index, item) in try fields.list("rows").enumerated() {
            var row = try JSONFields(item, at: "\(fields.place): rows[\(index)]")
            rows.append(
                ReadableRow(title: try row.wording("title"), value: try row.wording("value")))
            try row.finish()
        }
        self.rows = rows
        try fields.finish()
    }

    var json: JSONValue {
        .object([
            "issued": .string(issued.description), "last_day": .string(lastDay.description),
            "could_show_usage_name": .bool(couldShowUsageName),
            "rows": .array(
                rows.map { .object(["title": $0.title.json, "value": $0.value.json]) }),
        ])
    }
}
