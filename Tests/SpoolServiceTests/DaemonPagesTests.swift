import JSONFields
import Lists
import Proofs
import Spooling
import TestSupport
import Testing
import Verification

@testable import SpoolService

/// What a daemon writes of itself: counts, metrics and the status file (Spec/spool.md 8).
@Suite struct DaemonPagesTests {
    /// Two scans published after 7 ms and 70 s, one of them never judged.
    private static func counts(_ folder: ServiceFolder) throws -> VerdictCounts {
        var counts = VerdictCounts()
        let scans = [
            try folder.scan(1, millisecondsAgo: 7), try folder.scan(2, millisecondsAgo: 70_000),
        ]
        counts.judged(scans[0], .valid)
        let batch = counts.settle(scans, at: folder.moment)
        #expect(batch.codes == [.valid: 1, .internalError: 1])
        #expect(batch.slowestMilliseconds == 70_000)
        counts.note(.quarantined(reason: .poison))
        counts.note(.fault(step: "commit", error: "EIO", waitMilliseconds: 100))
        counts.note(.overflow)
        return counts
    }

    private static func snapshot(
        _ lists: ListsInForce, isPolling: Bool = false, hoursLater: Int64 = 0
    ) throws -> DaemonSnapshot {
        let folder = try ServiceFolder()
        folder.pass(seconds: hoursLater * 3_600)
        return DaemonSnapshot(
            moment: folder.moment, state: .running,
            outlook: SpoolBrain(SpoolSettings()).outlook, counts: try counts(folder),
            lists: lists, isPolling: isPolling)
    }

    @Test func metricsCountCodesAndTimes() throws {
        let page = MetricsText.page(
            try DaemonPagesTests.snapshot(ListsInForce(trust: nil), isPolling: true))
        for line in [
            "# TYPE justificatif_verdicts_total counter",
            #"justificatif_verdicts_total{code="internal-error"} 1"#,
            #"justificatif_verdicts_total{code="valid"} 1"#,
            #"justificatif_verdict_seconds_bucket{le="0.005"} 0"#,
            #"justificatif_verdict_seconds_bucket{le="0.01"} 1"#,
            #"justificatif_verdict_seconds_bucket{le="60.0"} 1"#,
            #"justificatif_verdict_seconds_bucket{le="+Inf"} 2"#,
            "justificatif_verdict_seconds_sum 70.007", "justificatif_verdict_seconds_count 2",
            "justificatif_spool_waiting 0", "justificatif_quarantined_total 1",
            "justificatif_faults_total 1", "justificatif_spool_full 0", "justificatif_polling 1",
            "justificatif_last_turn_seconds \(Sample.now.seconds)",
        ] {
            #expect(page.split(separator: "\n").contains { $0 == line }, "\(line)")
        }
        #expect(page.hasSuffix("\n"))
        #expect(!page.contains("trust_list"), "there is no trust list to tell of")
    }

    /// Every metric has its help and its type, in this order, once, before its first line.
    @Test func metricsAreOfTheTextFormOfPrometheus() throws {
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        trust.issuers = [TrustBuilder.issuer(revocationList: "caf")]
        let lists = try ListsInForce(
            trust: trust.list(), revocations: ["caf": RevocationBuilder().list()])
        var described: [Substring: Substring] = [:]
        var helped: Substring?
        for line in MetricsText.page(try DaemonPagesTests.snapshot(lists)).split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 3)
            if line.hasPrefix("# HELP ") {
                #expect(helped == nil && words.count == 4)
                helped = words[2]
            } else if line.hasPrefix("# TYPE ") {
                #expect(helped == words[2] && described[words[2]] == nil, "\(line)")
                #expect(["counter", "gauge", "histogram"].contains(words[3]), "\(line)")
                described[words[2]] = words[3]
                helped = nil
            } else {
                let name = line.prefix { $0 != "{" && $0 != " " }
                let endings = ["_bucket", "_sum", "_count"].filter { name.hasSuffix($0) }
                let type = described[name] ?? described[name.dropLast(endings.first?.count ?? 0)]
                #expect(type == (endings.isEmpty ? type : "histogram") && type != nil, "\(line)")
                #expect(type != "counter" || name.hasSuffix("_total"), "\(line)")
                #expect(Double(words.last ?? "") != nil, "\(line)")
            }
        }
        #expect(described.count == 19)
    }

    /// Spec/lists.md 5: a revocation list's date counts for the clock as well.
    @Test func metricsTellOfEveryListAndOfASuspectClock() throws {
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        trust.issuers = [TrustBuilder.issuer(revocationList: "caf")]
        // Issued 16 hours after the sample instant.
        let list = RevocationBuilder()
        for (hours, isSuspect) in [(0, 1), (24, 0)] as [(Int64, Int)] {
            let page = MetricsText.page(
                try DaemonPagesTests.snapshot(
                    ListsInForce(trust: trust.list(), revocations: ["caf": list.list()]),
                    hoursLater: hours))
            for line in [
                "justificatif_trust_list_sequence 7",
                "justificatif_trust_list_issued_seconds \(trust.issued.seconds)",
                "justificatif_trust_list_refuse_after_seconds \(trust.refuseAfter.seconds)",
                "justificatif_clock_suspect \(isSuspect)",
                #"justificatif_revocation_list_sequence{list="caf"} 40"#,
                #"justificatif_revocation_list_issued_seconds{list="caf"} \#(list.issued.seconds)"#,
            ] {
                #expect(page.split(separator: "\n").contains { $0 == line }, "\(line)")
            }
        }
    }

    @Test func theStatusFileSaysWhatStatusReads() throws {
        let lists = try TrustBuilder().inForce()
        let page = StatusObject.page(try DaemonPagesTests.snapshot(lists))
        var fields = try JSONFields(
            JSONValue(parsing: Array(page.utf8), from: "status"), at: "status")
        #expect(try fields.text("format") == "justificatifd-status/1")
        #expect(try fields.text("at") == Sample.now.description)
        #expect(try fields.text("state") == "running")
        #expect(try fields.optionalBool("polling") == false)
        #expect(try fields.optionalInteger("published") == 2)
        #expect(try fields.optionalInteger("trust_sequence") == 7)
    }

    @Test func whatWasForgottenCountsAsNotJudged() throws {
        let folder = try ServiceFolder()
        let scan = try folder.scan(1, millisecondsAgo: 0)
        var counts = VerdictCounts()
        counts.judged(scan, .valid)
        counts.forget()
        #expect(counts.settle([scan], at: folder.moment).codes == [.internalError: 1])
    }

    @Test func aDaemonStartsBeforeItRuns() {
        #expect(DaemonState(SpoolBrain(SpoolSettings())) == .starting)
    }
}
