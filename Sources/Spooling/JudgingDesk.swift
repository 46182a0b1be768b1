/// Scans that were claimed: waiting, held by workers, or judged (Spec/spool.md 3).
struct JudgingDesk: Sendable {
    struct Judged: Equatable, Sendable {
        let scan: ClaimedName
        let quarantine: QuarantineReason?
        /// The worker flushed what it wrote.
        let isFlushed: Bool
    }

    private var suspects: [ClaimedName] = []
    private var waiting = Queue<ClaimedName>()
    private var retries: [(scan: ClaimedName, due: Int64)] = []
    /// Scans that no try could read; they get a verdict all the same.
    private var hopeless: [ClaimedName] = []
    private var tries: [ArrivalIdentifier: Int] = [:]
    /// Held by workers, and whether they were asked to flush.
    private(set) var judging: [ClaimedName: Bool] = [:]
    private var judgesAlone = false
    private(set) var judged: [Judged] = []
    private(set) var firstJudged: Int64?

    /// Claimed and not yet in a batch.
    var count: Int { unbegun + judging.count + judged.count }
    /// Claimed, and held by no worker.
    var unbegun: Int { suspects.count + waiting.count + retries.count + hopeless.count }
    /// Whether something could be judged at once.
    var hasReady: Bool { !suspects.isEmpty || !waiting.isEmpty || !hopeless.isEmpty }
    var nextRetry: Int64? { retries.map(\.due).min() }

    mutating func take(_ scan: ClaimedName) {
        if scan.attempt > 1 { suspects.append(scan) } else { waiting.append(scan) }
    }

    /// What to hand to workers now; a scan that was there when the daemon died goes alone.
    mutating func assign(_ settings: SpoolSettings, at now: SpoolMoment) -> [SpoolAction] {
        for retry in retries where retry.due <= now.steady { take(retry.scan) }
        retries.removeAll { $0.due <= now.steady }
        var actions: [SpoolAction] = []
        while judging.count < settings.workers * SpoolSettings.handedAhead, !judgesAlone {
            guard let (scan, basis) = next() else { break }
            let isAlone = count < SpoolSettings.flushedAlone
            self.judging[scan] = isAlone
            actions.append(.daemon(.judge(scan, basis, durably: isAlone)))
        }
        return actions
    }

    private mutating func next() -> (ClaimedName, VerdictBasis)? {
        if let scan = hopeless.popLast() { return (scan, .unreadable) }
        if let suspect = suspects.first {
            let isPoison = suspect.attempt > SpoolSettings.crashes
            guard isPoison || judging.isEmpty else { return nil }
            suspects.removeFirst()
            judgesAlone = !isPoison
            return (suspect, isPoison ? .poison : .content)
        }
        return waiting.popFirst().map { ($0, .content) }
    }

    /// A worker is done; returns what an operator should see.
    mutating func done(
        _ scan: ClaimedName, _ outcome: JudgingOutcome, at now: SpoolMoment
    ) -> SpoolNotice? {
        guard let isFlushed = judging.removeValue(forKey: scan) else { return nil }
        judgesAlone = false
        switch outcome {
        case .notWritten: return nil
        case .written(let reason):
            tries[scan.identifier] = nil
            judged.append(Judged(scan: scan, quarantine: reason, isFlushed: isFlushed))
            firstJudged = firstJudged ?? now.steady
            return reason.map { .quarantined(reason: $0) }
        case .notRead(let error):
            let count = tries[scan.identifier, default: 0] + 1
            tries[scan.identifier] = count
            if count < SpoolSettings.readTries {
                retries.append((scan, now.steady + SpoolSettings.readPauseMilliseconds))
            } else {
                hopeless.append(scan)
            }
            return .inputFault(error: error, tries: count)
        }
    }

    /// Scans that no worker had begun come back.
    mutating func takeBack(_ scans: [ClaimedName]) {
        for scan in scans where judging.removeValue(forKey: scan) != nil {
            judgesAlone = false
            take(scan)
        }
    }

    /// The next batch.
    mutating func takeBatch() -> [Judged] {
        let batch = Array(judged.prefix(SpoolSettings.batch))
        judged.removeFirst(batch.count)
        firstJudged = judged.isEmpty ? nil : firstJudged
        return batch
    }

    /// Forgets everything except what workers still hold: they cannot be stopped.
    mutating func forget() {
        let held = judging
        self = JudgingDesk()
        judging = held
    }
}
