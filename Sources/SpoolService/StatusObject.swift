internal import JSONFields
internal import Lists
internal import Proofs
internal import Spooling

/// `status.json`: what `justificatifd status` reads of a running daemon (Spec/spool.md 8).
enum StatusObject {
    static let format = "justificatifd-status/1"

    static func path(_ settings: DaemonSettings) -> String { "\(settings.spool)/status.json" }

    static func page(_ daemon: DaemonSnapshot) -> String {
        let outlook = daemon.outlook
        let number = { (count: Int) in JSONValue.integer(Int64(count)) }
        var fields: JSONObject = [
            "format": .string(format),
            "at": .string(daemon.moment.instant.description),
            "state": .string(daemon.state.rawValue),
            "polling": .bool(daemon.isPolling),
            "waiting": number(outlook.waiting),
            "working": number(outlook.working),
            "refused": number(outlook.refused),
            "published": number(daemon.counts.published),
            "faults": number(daemon.counts.faults),
            "quarantined": number(daemon.counts.quarantined),
        ]
        fields["oldest_seconds"] = outlook.oldest.map {
            .integer(max(0, daemon.moment.wall - $0) / 1_000)
        }
        fields["trust_sequence"] = daemon.lists.trust.map {
            .integer(Int64(clamping: $0.content.sequence))
        }
        return JSONValue.object(fields).page()
    }
}
