/// What to do with what a stop left (Spec/spool.md 3 "Start").
///
/// Done half and begun again, it comes to the same end.
struct RecoveryPlan: Equatable, Sendable {
    private(set) var actions: [SpoolAction] = []
    private(set) var again: [ClaimedName] = []
    private(set) var notice: SpoolNotice

    init(_ listing: SpoolListing, _ settings: SpoolSettings) {
        let decided = Dictionary(
            listing.decided.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        let published = listing.temporaries.compactMap { decided[$0] }
        let removed = listing.temporaries.filter { decided[$0] == nil }
        var recorded: [ClaimedName] = []
        var suspects = 0
        for scan in listing.work.sorted(by: { $0.identifier < $1.identifier }) {
            if settings.writesJournal, listing.recorded.contains(scan.identifier) {
                recorded.append(scan)
            } else if listing.held.contains(scan.identifier) {
                actions.append(.countAttempt(scan))
                again.append(scan.nextAttempt)
                suspects += 1
            } else {
                again.append(scan)
            }
        }
        actions += removed.map { .removeTemporary($0) }
        actions += listing.rewritten.map { .removeRewritten($0) }
        actions += recorded.map { .commit($0, to: .done) }
        // A commit that was seen is not yet one that lasts, and what is published can be taken.
        if !published.isEmpty || !recorded.isEmpty { actions.append(.flushCommits) }
        actions += published.map { .publish($0) }
        // A fault may have come between the last publication and its flush.
        if !settings.writesJournal { actions.append(.flushPublications) }
        notice = .recovered(
            published: published.count + recorded.count, removed: removed.count,
            again: again.count, suspects: suspects)
    }
}
