/// Decides everything the daemon does with its folders: an event and an instant give actions.
///
/// It touches nothing itself, so that a test can stop it between any two actions.
package struct SpoolBrain: Sendable {
    /// Where the daemon is in its life.
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
    var arrivals: ArrivalQueue
    var desk = JudgingDesk()
    var numbering = ArrivalNumbering()
    var claimsUnderWay = 0
    /// Between two listings of `in/`.
    var rescanMilliseconds: Int64
    var nextListing: Int64 = 0
    var lastListing: Int64 = 0
    var spaceKnown: Int64?
    var sweeps = SweepTimes()
    private var faultPauseMilliseconds = SpoolSettings.firstFaultPauseMilliseconds

    package init(_ settings: SpoolSettings) {
        self.settings = settings
        arrivals = ArrivalQueue(settings)
        rescanMilliseconds = settings.rescanMilliseconds
    }

    /// The actions that follow from an event.
    package mutating func handle(_ event: SpoolEvent, at now: SpoolMoment) -> [SpoolAction] {
        if phase == .stopped { return [] }
        let actions =
            switch event {
            case .folders(let event): respond(to: event, at: now)
            case .daemon(let event): respond(to: event, at: now)
            }
        return actions + dueActions(at: now)
    }

    private mutating func respond(to event: DaemonEvent, at now: SpoolMoment) -> [SpoolAction] {
        switch event {
        case .start: return open()
        case .tick: return []
        case .stop: return stop(at: now)
        case .opened(let polling):
            rescanMilliseconds =
                polling
                ? min(settings.rescanMilliseconds, SpoolSettings.pollMilliseconds)
                : settings.rescanMilliseconds
            // Where other machines write, their clocks stamp the files.
            arrivals.trustsStamps = !polling
            return phase == .recovering ? [.daemon(.listSpool)] : []
        case .spoolListed(let listing): return recover(listing, at: now)
        case .failed(let step, let error, let undone):
            return fail(step, error, undone, at: now)
        case .judged(let scan, .notWritten(let error)):
            _ = desk.done(scan, .notWritten(error: error), at: now)
            return fail("write-verdict", error, [], at: now)
        case .judged(let scan, let outcome):
            let notice = desk.done(scan, outcome, at: now)
            return notice.map { [.daemon(.report($0))] } ?? []
        case .withdrawn(let scans):
            desk.takeBack(scans)
            return []
        case .journalRedacted(let count, let more):
            if more {
                sweeps.due[.verdicts] = now.steady + SpoolSettings.nextSweepPauseMilliseconds
            }
            return count > 0 ? [.daemon(.report(.redacted(count)))] : []
        }
    }

    /// What is due by now, whatever came last.
    private mutating func dueActions(at now: SpoolMoment) -> [SpoolAction] {
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
            return batch + [.daemon(.stop(left: desk.count))]
        case .running:
            // An old answer is not believed: with a new one this comes again at once.
            let question = spaceActions(at: now)
            let hasRoom = question.isEmpty && !isFull
            // Handing out comes first: nothing that could fail may come before it.
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
            || first + SpoolSettings.batchWaitMilliseconds <= now.steady
        return isDue ? BatchPlan.actions(desk.takeBatch(), settings) : []
    }

    private mutating func open() -> [SpoolAction] {
        phase = .recovering
        desk.forget()
        // Names whose claim was not done are in no queue any more: the next listing has them.
        arrivals = ArrivalQueue(settings)
        claimsUnderWay = 0
        spaceKnown = nil
        return [.daemon(.openSpool)]
    }

    private mutating func recover(
        _ listing: SpoolListing, at now: SpoolMoment
    ) -> [SpoolAction] {
        guard phase == .recovering else { return [] }
        let plan = RecoveryPlan(listing, settings)
        for scan in plan.again { desk.take(scan) }
        // Numbers far ahead are of a clock that was wrong, or of somebody's making.
        if let latest = listing.latest,
            latest.milliseconds < now.wall + SpoolSettings.numbersAheadMilliseconds
        {
            numbering.rise(above: latest)
        }
        phase = .running
        nextListing = now.steady
        sweeps = SweepTimes()
        return plan.actions + [.daemon(.report(plan.notice))]
    }

    private mutating func fail(
        _ step: String, _ error: String, _ undone: [SpoolAction], at now: SpoolMoment
    ) -> [SpoolAction] {
        for case .daemon(.judge(let scan, _, _)) in undone { desk.takeBack([scan]) }
        desk.forget()
        if case .stopping = phase {
            // The next start begins where this one leaves off.
            phase = .stopped
            return [.daemon(.stop(left: desk.count))]
        }
        if case .fault = phase { return [] }
        let wait = faultPauseMilliseconds
        phase = .fault(until: now.steady + wait)
        // A full disk may have room again at any moment; other faults rarely go away by themselves.
        if !["ENOSPC", "EDQUOT"].contains(error) {
            faultPauseMilliseconds = min(wait * 2, SpoolSettings.lastFaultPauseMilliseconds)
        }
        let notice = SpoolNotice.fault(step: step, error: error, waitMilliseconds: wait)
        return [.daemon(.report(notice)), .daemon(.withdraw)]
    }

    /// A batch went through: the disk works.
    mutating func noteSuccess() {
        faultPauseMilliseconds = SpoolSettings.firstFaultPauseMilliseconds
    }

    private mutating func stop(at now: SpoolMoment) -> [SpoolAction] {
        switch phase {
        case .running:
            phase = .stopping(by: now.steady + settings.stopWithinMilliseconds)
            return [.daemon(.report(.stopping(left: desk.count))), .daemon(.withdraw)]
        case .stopping, .stopped: return []
        case .closed, .recovering, .fault:
            phase = .stopped
            return [.daemon(.stop(left: 0))]
        }
    }

    /// What an operator may see of it.
    package var outlook: SpoolOutlook {
        SpoolOutlook(
            waiting: arrivals.wholeCount, known: arrivals.knownCount,
            refused: arrivals.refusedCount, oldest: arrivals.oldest,
            working: desk.count + claimsUnderWay, isFull: isFull)
    }

    /// Steady milliseconds when `handle(.tick)` has something to do, without any other event.
    package var nextWake: Int64? {
        switch phase {
        case .closed, .recovering, .stopped: return nil
        case .fault(let until): return desk.judging.isEmpty ? until : nil
        case .stopping(let end):
            return min(
                end, desk.firstJudged.map { $0 + SpoolSettings.batchWaitMilliseconds } ?? end)
        case .running:
            let waits = [
                nextListing, arrivals.nextLook, isFull ? nil : desk.nextRetry, sweeps.next,
                desk.firstJudged.map { $0 + SpoolSettings.batchWaitMilliseconds },
                isFull && (desk.unbegun > 0 || arrivals.wholeCount > 0)
                    ? spaceKnown.map { $0 + SpoolSettings.fullPauseMilliseconds } : nil,
            ]
            return waits.compactMap { $0 }.min()
        }
    }
}
