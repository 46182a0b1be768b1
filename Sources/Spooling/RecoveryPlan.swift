/// What to do with what a stop left (Spec/spool.md 3 "Start").
///
/// Performing it in part and then again from the start leads to the same end.
struct RecoveryPlan: Equatable, Sendable {
    private(set) var actions: [SpoolAction] = []
    private(set) var again: [ClaimedName] = []
    let notice: SpoolNotice

    init(_ listing: SpoolListing, _ settings: SpoolSettings) {
        let decided = Dictionary(
            listing.decided.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        let published = listing.temporaries.compactMap { decided[$0] }
        let removed = listing.temporaries.filter { decided[$0] == nil }
        var recorded: [ClaimedName] = []
        var suspects = 0
        var steps: [FolderAction] = []
        for scan in listing.work.sorted(by: { $0.identifier < $1.identifier }) {
            if settings.writesJournal, listing.recorded.contains(scan.identifier) {
                recorded.append(scan)
            } else if listing.held.contains(scan.identifier) {
                steps.append(.countAttempt(scan))
                again.append(scan.nextAttempt)
                suspects += 1
            } else {
                again.append(scan)
            }
        }
        steps += removed.map { .removeTemporary($0) }
        steps += listing.rewritten.map { .removeRewritten($0) }
        steps += recorded.map { .commit($0, to: .done) }
        // A commit that is visible may not be durable yet, and what is published can be taken.
        if !published.isEmpty || !recorded.isEmpty { steps.append(.flushCommits) }
        steps += published.map { .publish($0) }
        // A fault may have come between the last publication and its flush.
        if !settings.writesJournal { steps.append(.flushPublications) }
        actions = steps.map { .folders($0) }
        notice = .recovered(
            published: published.count + recorded.count, removed: removed.count,
            again: again.count, suspects: suspects)
    }
}

/// The steps from written verdicts to published ones (Spec/spool.md 3, 10).
enum BatchPlan {
    static func actions(
        _ batch: [JudgingDesk.Judged], _ settings: SpoolSettings
    ) -> [SpoolAction] {
        let scans = batch.map(\.scan)
        let commits = batch.map {
            FolderAction.commit($0.scan, to: $0.quarantine == nil ? .done : .quarantine)
        }
        if settings.writesJournal {
            return [.folders(.flushClaims), .daemon(.record(scans))]
                + commits.map { .folders($0) } + [.daemon(.settled(scans))]
        }
        let together = !batch.allSatisfy(\.isFlushed)
        let steps: [FolderAction] =
            [.flushVerdicts(together: together)] + commits + [.flushCommits]
            + scans.map { .publish($0) } + [.flushPublications]
        return steps.map { .folders($0) } + [.daemon(.settled(scans))]
    }
}
