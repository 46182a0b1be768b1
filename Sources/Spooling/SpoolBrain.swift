/// Decides everything the daemon does with its folders: an event and an instant give actions.
///
/// It touches nothing itself, so that a test can stop it between any two actions.
package struct SpoolBrain: Sendable {
    package enum Phase: Equatable, Sendable {
        case closed
        case recovering
        case running
        /// The disk refused something; everything is begun anew at that steady instant.
        case fault(until: Int64)
        /// Nothing more is claimed; over at that steady instant at the latest.
        case stopping(by: Int64)
        case stopped
    }

    package let settings: SpoolSettings
    package private(set) var phase = Phase.closed
    /// Whether there is too little room to claim.
    package internal(set) var isFull = false
    var arrivals = ArrivalQueue()
    var desk = JudgingDesk()
    var numbering = ArrivalNumbering()
    var claimsUnderWay = 0
    /// Milliseconds between listings of `in/`.
    var rescan: Int64
    var nextListing: Int64 = 0
    var lastListing: Int64 = 0
    var spaceKnown: Int64?
    var sweeps = SweepTimes()
    private var faultPause = SpoolSettings.firstFaultPause

    package init(_ settings: SpoolSettings) {
        self.settings = settings
        rescan = settings.rescan
    }

    package mutating func handle(_ event: SpoolEvent, at now: SpoolMoment) -> [SpoolAction] {
        if phase == .stopped { return [] }
        var actions = respond(to: event, at: now)
        actions += advance(at: now)
        return actions
    }

    private mutating func respond(to event: SpoolEvent, at now: SpoolMoment) -> [SpoolAction] {
        switch event {
        case .start: return open()
        case .tick: return []
        case .stop: return stop(at: now)
        case .opened(let polling):
            rescan = polling ? min(settings.rescan, SpoolSettings.poll) : settings.rescan
            return phase == .recovering ? [.listSpool] : []
        case .spoolListed(let listing): return recover(listing, at: now)
        case .failed(let step, let error, let undone):
            return fail(step, error, undone, at: now)
        case .judged(let scan, .notWritten(let error)):
            _ = desk.done(scan, .notWritten(error: error), at: now)
            return fail("write-verdict", error, [], at: now)
        case .judged(let scan, let outcome):
            let notice = desk.done(scan, outcome, at: now)
            return notice.map { [.report($0)] } ?? []
        case .withdrawn(let scans):
            desk.takeBack(scans)
            return []
        case .expiredScans(let folder, let scans, let more):
            return erase(scans, in: folder, more: more, at: now)
        case .expiredVerdicts(let verdicts, let until, let more):
            return redact(verdicts, until: until, more: more, at: now)
        case .erased(let folder, let count, let error): return erased(folder, count, error)
        case .notCommitted(let scan, let error):
            // Its verdict is not told: the scan comes again with the next start.
            return [.removeTemporary(scan.identifier), .report(.commitRefused(error: error))]
        case .journalRedacted(let count, let more):
            if more { sweeps.due[.verdicts] = now.steady + SpoolSettings.nextSweepPause }
            return count > 0 ? [.report(.redacted(count))] : []
        default: return heed(event, at: now)
        }
    }

    /// What is due by now, whatever came last.
    private mutating func advance(at now: SpoolMoment) -> [SpoolAction] {
        switch phase {
        case .closed, .recovering, .stopped: return []
        case .fault(let until):
            desk.forget()
            guard until <= now.steady, desk.judging.isEmpty else { return [] }
            return open()
        case .stopping(let end):
            let batch = batchActions(at: now)
            guard desk.judging.isEmpty && desk.judged.isEmpty || end <= now.steady else {
                return batch
            }
            phase = .stopped
            return batch + [.stop(left: desk.count)]
        case .running:
            // An old answer is not believed: with a new one this comes again at once.
            let question = spaceActions(at: now)
            let hasRoom = question.isEmpty && !isFull
            // Handing out first: nothing that could fail stands before it.
            var actions = hasRoom ? desk.assign(settings, at: now) : []
            actions += batchActions(at: now) + question
            actions += claimActions(hasRoom: hasRoom, at: now)
            actions += sweepActions(at: now)
            return actions
        }
    }

    private mutating func batchActions(at now: SpoolMoment) -> [SpoolAction] {
        guard let first = desk.firstJudged else { return [] }
        let isIdle =
            desk.judging.isEmpty && !desk.hasReady && arrivals.wholeCount == 0
            && claimsUnderWay == 0
        let isDue =
            isIdle || desk.judged.count >= SpoolSettings.batch
            || first + SpoolSettings.batchWait <= now.steady
        return isDue ? BatchPlan.actions(desk.takeBatch(), settings) : []
    }

    private mutating func open() -> [SpoolAction] {
        phase = .recovering
        desk.forget()
        // Names whose claim was not done are in no queue any more: the next listing has them.
        arrivals = ArrivalQueue()
        claimsUnderWay = 0
        spaceKnown = nil
        return [.openSpool]
    }

    private mutating func recover(
        _ listing: SpoolListing, at now: SpoolMoment
    ) -> [SpoolAction] {
        guard phase == .recovering else { return [] }
        let plan = RecoveryPlan(listing, settings)
        for scan in plan.again { desk.take(scan) }
        // Numbers far ahead are of a clock that was wrong, or of somebody's making.
        if let latest = listing.latest,
            latest.milliseconds < now.wall + SpoolSettings.numbersAhead
        {
            numbering.rise(above: latest)
        }
        phase = .running
        nextListing = now.steady
        sweeps = SweepTimes()
        return plan.actions + [.report(plan.notice)]
    }

    private mutating func fail(
        _ step: String, _ error: String, _ undone: [SpoolAction], at now: SpoolMoment
    ) -> [SpoolAction] {
        for case .judge(let scan, _, _) in undone { desk.takeBack([scan]) }
        desk.forget()
        if case .stopping = phase {
            // The next start begins where this one leaves off.
            phase = .stopped
            return [.stop(left: desk.count)]
        }
        if case .fault = phase { return [] }
        phase = .fault(until: now.steady + faultPause)
        let notice = SpoolNotice.fault(step: step, error: error, wait: faultPause)
        // A full disk may have room again at any moment; another fault rarely mends itself.
        if !["ENOSPC", "EDQUOT"].contains(error) {
            faultPause = min(faultPause * 2, SpoolSettings.lastFaultPause)
        }
        return [.report(notice), .withdraw]
    }

    /// A batch went through: the disk works.
    mutating func noteSuccess() { faultPause = SpoolSettings.firstFaultPause }

    private mutating func stop(at now: SpoolMoment) -> [SpoolAction] {
        switch phase {
        case .running:
            phase = .stopping(by: now.steady + settings.stopWithin)
            return [.report(.stopping(left: desk.count)), .withdraw]
        case .stopping, .stopped: return []
        case .closed, .recovering, .fault:
            phase = .stopped
            return [.stop(left: 0)]
        }
    }

    /// What an operator may see of it.
    package var outlook: SpoolOutlook {
        SpoolOutlook(
            waiting: arrivals.wholeCount, known: arrivals.knownCount, oldest: arrivals.oldest,
            working: desk.count + claimsUnderWay, isFull: isFull)
    }

    /// Steady milliseconds when `handle(.tick)` has something to do, without any other event.
    package var nextWake: Int64? {
        switch phase {
        case .closed, .recovering, .stopped: return nil
        case .fault(let until): return desk.judging.isEmpty ? until : nil
        case .stopping(let end):
            return min(end, desk.firstJudged.map { $0 + SpoolSettings.batchWait } ?? end)
        case .running:
            let waits = [
                nextListing, arrivals.nextLook, isFull ? nil : desk.nextRetry, sweeps.next,
                desk.firstJudged.map { $0 + SpoolSettings.batchWait },
                isFull && (desk.unbegun > 0 || arrivals.wholeCount > 0)
                    ? spaceKnown.map { $0 + SpoolSettings.fullPause } : nil,
            ]
            return waits.compactMap { $0 }.min()
        }
    }
}
