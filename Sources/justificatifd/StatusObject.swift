internal import Counter
internal import JSONFields
internal import ListFiles
internal import Lists
internal import Proofs
internal import Spooling

/// `status.json`: what `justificatifd status` reads of a running daemon (Spec/spool.md 8).
enum StatusObject {
    static let format = "justificatifd-status/1"

    static func path(_ settings: Settings) -> String { "\(settings.spool)/status.json" }

    static func page(
        _ brain: SpoolBrain, _ store: DaemonStore, state: DaemonState, at now: SpoolMoment
    ) -> String {
        let outlook = brain.outlook
        let number = { (count: Int) in JSONValue.integer(Int64(count)) }
        var fields: JSONObject = [
            "format": .string(format),
            "at": .string(Instant(seconds: now.wall / 1_000).description),
            "state": .string(state.rawValue),
            "polling": .bool(store.watch == nil),
            "waiting": number(outlook.waiting),
            "working": number(outlook.working),
            "refused": number(outlook.refused),
            "published": number(store.counts.published),
            "faults": number(store.counts.faults),
            "quarantined": number(store.counts.quarantined),
        ]
        fields["oldest_seconds"] = outlook.oldest.map { .integer(max(0, now.wall - $0) / 1_000) }
        fields["trust_sequence"] = store.counter.lists.inForce.trust.map {
            .integer(Int64(clamping: $0.content.sequence))
        }
        return JSONValue.object(fields).page()
    }
}

/// How the daemon is: what it writes of itself, and what `status` finds.
enum DaemonState: String {
    case starting, running, full, fault, stopping
    /// No daemon holds the lock of the spool. Never written by a daemon.
    case down
    /// A daemon holds the lock and has not written its state for a while. Never written by one.
    case stuck

    init(_ brain: SpoolBrain) {
        self =
            switch brain.phase {
            case .closed, .recovering: .starting
            case .running: brain.isFull ? .full : .running
            case .fault: .fault
            case .stopping, .stopped: .stopping
            }
    }
}
