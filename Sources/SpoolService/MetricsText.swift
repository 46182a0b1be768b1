internal import Lists
internal import Proofs
internal import Spooling
internal import Verification

/// Metrics in the text form that node_exporter collects (Spec/spool.md 8).
enum MetricsText {
    static func page(_ daemon: DaemonSnapshot) -> String {
        let (outlook, counts) = (daemon.outlook, daemon.counts)
        var text = ""
        let add = { (name: String, type: String, lines: [(labels: String, value: String)]) in
            text += "# TYPE justificatif_\(name) \(type)\n"
            for line in lines { text += "justificatif_\(name)\(line.labels) \(line.value)\n" }
        }
        let one = { (name: String, type: String, value: Int64) in
            add(name, type, [("", String(value))])
        }
        add(
            "verdicts_total", "counter",
            counts.byCode.map { ("{code=\"\($0.key.rawValue)\"}", "\($0.value)") }
                .sorted { $0.0 < $1.0 })
        text += histogram(counts)
        one("spool_waiting", "gauge", Int64(outlook.waiting))
        let oldest = outlook.oldest.map { max(0, daemon.moment.wall - $0) / 1_000 } ?? 0
        one("spool_oldest_seconds", "gauge", oldest)
        one("spool_working", "gauge", Int64(outlook.working))
        one("spool_refused", "gauge", Int64(outlook.refused))
        one("quarantined_total", "counter", Int64(counts.quarantined))
        one("faults_total", "counter", Int64(counts.faults))
        one("spool_full", "gauge", outlook.isFull ? 1 : 0)
        one("polling", "gauge", daemon.isPolling ? 1 : 0)
        one("last_turn_seconds", "gauge", daemon.moment.wall / 1_000)
        return text + lists(daemon.lists, at: daemon.moment.instant)
    }

    private static func histogram(_ counts: VerdictCounts) -> String {
        var text = "# TYPE justificatif_verdict_seconds histogram\n"
        var total = 0
        for (index, bucket) in counts.buckets.enumerated() {
            total += bucket
            let isLast = index == VerdictCounts.boundsMilliseconds.count
            let bound =
                isLast ? "+Inf" : "\(Double(VerdictCounts.boundsMilliseconds[index]) / 1_000)"
            text += "justificatif_verdict_seconds_bucket{le=\"\(bound)\"} \(total)\n"
        }
        let sum = Double(counts.totalMilliseconds) / 1_000
        return text + "justificatif_verdict_seconds_sum \(sum)\n"
            + "justificatif_verdict_seconds_count \(total)\n"
    }

    private static func lists(_ lists: ListsInForce, at now: Instant) -> String {
        guard let trust = lists.trust?.content else { return "" }
        let isSuspect = ListsHealth(lists, at: now).isClockSuspect
        var text = """
            # TYPE justificatif_trust_list_sequence gauge
            justificatif_trust_list_sequence \(trust.sequence)
            # TYPE justificatif_trust_list_issued_seconds gauge
            justificatif_trust_list_issued_seconds \(trust.issued.seconds)
            # TYPE justificatif_trust_list_refuse_after_seconds gauge
            justificatif_trust_list_refuse_after_seconds \(trust.refuseAfter.seconds)
            # TYPE justificatif_clock_suspect gauge
            justificatif_clock_suspect \(isSuspect ? 1 : 0)

            """
        let revocations = lists.revocations.sorted { $0.key < $1.key }
        for (name, value) in [
            ("sequence", { (list: RevocationListContent) in Int64(clamping: list.sequence) }),
            ("issued_seconds", { $0.issued.seconds }),
        ] {
            text += "# TYPE justificatif_revocation_list_\(name) gauge\n"
            for (identifier, list) in revocations {
                text +=
                    "justificatif_revocation_list_\(name){list=\"\(identifier)\"} "
                    + "\(value(list.content))\n"
            }
        }
        return text
    }
}
