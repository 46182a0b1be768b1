package import Explaining
package import JSONFields
package import Lists
internal import Proofs

/// The state of the lists, as one JSON object (Spec/lists.md 6.5).
package enum ListsHealthObject {
    package static let format = "justificatif-lists-status/1"

    /// `fingerprint` is that of the roots in force, `digests` are those of all lists in force.
    package static func json(
        _ health: ListsHealth, roots: Roots, fingerprint: String, digests: [ListFileDigest],
        faults: [Explanation], _ language: Language
    ) -> JSONValue {
        var fields: JSONObject = [
            "format": .string(format),
            "state": .string(health.state.rawValue),
            "roots": .object([
                "version": .integer(Int64(clamping: roots.version)),
                "threshold": .integer(Int64(roots.threshold)),
                "keys": .integer(Int64(roots.keys.count)),
                "fingerprint": .string(fingerprint),
            ]),
            "revocations": .array(health.revocations.map(revocations)),
            "checked_at": .string(health.now.description),
            "clock_suspect": .bool(health.isClockSuspect),
            "advice": .array(
                ListsHealthWords.advice(health, language).map { .string($0) }),
            "faults": .array(faults.map { .string($0.words(language)) }),
            "files": .array(
                digests.map {
                    .object(["name": .string($0.name), "sha256": .string($0.sha256)])
                }),
        ]
        fields["trust"] = health.trust.map { .object(entry($0)) }
        fields["clock_floor"] = health.signedFloor.map { .string($0.description) }
        fields["clock_observed"] = health.observed.map { .string($0.description) }
        return .object(fields)
    }

    private static func revocations(_ list: ListsHealth.Revocations) -> JSONValue {
        var fields = list.entry.map(entry) ?? ["state": .string("missing")]
        fields["id"] = .string(list.identifier)
        if let content = list.content {
            fields["epoch"] = .integer(Int64(clamping: content.epoch))
            fields["first_day"] = .string(content.firstDay.description)
            fields["last_closed_day"] = .string(content.lastClosedDay.description)
            fields["revoked"] = .integer(Int64(content.revokedCount))
        }
        return .object(fields)
    }

    private static func entry(_ entry: ListsHealth.Entry) -> JSONObject {
        [
            "sequence": .integer(Int64(clamping: entry.sequence)),
            "issued": .string(entry.issued.description),
            "warn_after": .string(entry.warnAfter.description),
            "refuse_after": .string(entry.refuseAfter.description),
            "age_days": .integer(Int64(entry.ageDays)),
            "state": .string(entry.state.rawValue),
        ]
    }
}
