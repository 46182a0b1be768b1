/// The steps from verdicts that are written to verdicts that are published (Spec/spool.md 3, 10).
enum BatchPlan {
    static func actions(
        _ batch: [JudgingDesk.Judged], _ settings: SpoolSettings
    ) -> [SpoolAction] {
        let scans = batch.map(\.scan)
        let commits = batch.map {
            SpoolAction.commit($0.scan, to: $0.quarantine == nil ? .done : .quarantine)
        }
        if settings.writesJournal {
            return [.flushClaims, .record(scans)] + commits + [.settled(scans)]
        }
        let together = !batch.allSatisfy(\.isFlushed)
        return [.flushVerdicts(together: together)] + commits + [.flushCommits]
            + scans.map { .publish($0) } + [.flushPublications, .settled(scans)]
    }
}
