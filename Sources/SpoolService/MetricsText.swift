internal import Lists
internal import Proofs
internal import Spooling
internal import Verification

/// Metrics in the text form that node_exporter collects (Spec/spool.md 8).
enum MetricsText {
    static func page(_ daemon: DaemonSnapshot) -> String {
        let (outlook, counts) = (daemon.outlook, daemon.counts)
        let oldest = outlook.oldest.map { max(0, daemon.moment.wall - $0) / 1_000 } ?? 0
        let verdicts = counts.byCode.map { ("code=\"\($0.key.rawValue)\"", Int64($0.value)) }
        return family(
            "verdicts_total", "counter", "Verdicts given.", verdicts.sorted { $0.0 < $1.0 })
            + histogram(counts)
            + gauge("spool_waiting", "Files that wait in the drop folder.", outlook.waiting)
            + gauge("spool_oldest_seconds", "Age of the oldest file that waits.", oldest)
            + gauge("spool_working", "Scans taken whose verdict is not out yet.", outlook.working)
            + gauge(
                "spool_refused", "Files that the daemon may not read or move.", outlook.refused)
            + counter("quarantined_total", "Scans put into quarantine.", counts.quarantined)
            + counter("faults_total", "Writes, renames and flushes that failed.", counts.faults)
            + gauge(
                "spool_full", "1 if there is too little room to take scans.", outlook.isFull ? 1 : 0
            )
            + gauge("polling", "1 if the drop folder announces nothing.", daemon.isPolling ? 1 : 0)
            + gauge(
                "last_turn_seconds", "When the daemon last turned, as Unix time.",
                daemon.moment.wall / 1_000)
            + lists(daemon.lists, at: daemon.moment.instant)
    }

    private static func gauge(_ name: String, _ help: String, _ value: some BinaryInteger) -> String
    {
        family(name, "gauge", help, [("", Int64(value))])
    }

    private static func counter(_ name: String, _ help: String, _ value: Int) -> String {
        family(name, "counter", help, [("", Int64(value))])
    }

    /// A metric with its help, its type and a line for each set of labels.
    private static func family(
        _ name: String, _ type: String, _ help: String, _ lines: [(labels: String, value: Int64)]
    ) -> String {
        head(name, type, help)
            + lines.map { line in
                let labels = line.labels.isEmpty ? "" : "{\(line.labels)}"
                return "justificatif_\(name)\(labels) \(line.value)\n"
            }.joined()
    }

    private static func head(_ name: String, _ type: String, _ help: String) -> String {
        "# HELP justificatif_\(name) \(help)\n# TYPE justificatif_\(name) \(type)\n"
    }

    private static func histogram(_ counts: VerdictCounts) -> String {
        var text = head("verdict_seconds", "histogram", "Time from the claim to the verdict.")
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
        let revocations = lists.revocations.sorted { $0.key < $1.key }.map {
            (labels: "list=\"\($0.key)\"", content: $0.value.content)
        }
        return gauge("trust_list_sequence", "Sequence of the trust list.", trust.sequence)
            + gauge(
                "trust_list_issued_seconds", "Issue of the trust list, as Unix time.",
                trust.issued.seconds)
            + gauge(
                "trust_list_refuse_after_seconds",
                "When the trust list becomes too old, as Unix time.", trust.refuseAfter.seconds)
            + gauge(
                "clock_suspect", "1 if the clock of the machine is behind what lists say.",
                ListsHealth(lists, at: now).isClockSuspect ? 1 : 0)
            + family(
                "revocation_list_sequence", "gauge", "Sequence of a revocation list.",
                revocations.map { ($0.labels, Int64(clamping: $0.content.sequence)) })
            + family(
                "revocation_list_issued_seconds", "gauge",
                "Issue of a revocation list, as Unix time.",
                revocations.map { ($0.labels, $0.content.issued.seconds) })
            + family(
                "revocation_list_warn_after_seconds", "gauge",
                "When a revocation list is due for renewal, as Unix time.",
                revocations.map { ($0.labels, $0.content.warnAfter.seconds) })
            + family(
                "revocation_list_refuse_after_seconds", "gauge",
                "When a revocation list becomes too old, as Unix time.",
                revocations.map { ($0.labels, $0.content.refuseAfter.seconds) })
    }
}
