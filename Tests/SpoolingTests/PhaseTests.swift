import Testing

@testable import Spooling

/// What the brain does, and when it wakes, from its start to its end (Spec/spool.md 3 and 5).
struct PhaseTests {
    private func fail(_ bench: inout Bench, _ error: String = "EIO") -> [SpoolAction] {
        bench.tell(.failed(step: "commit", error: error, undone: []))
    }

    private func scans(_ count: Int) throws -> [ClaimedName] {
        try (0..<count).map {
            let identifier = try #require(ArrivalIdentifier(milliseconds: 5_000, number: $0))
            return ClaimedName(
                identifier: identifier, attempt: 1, name: ScanName(encoding: [0x78]))
        }
    }

    @Test func sleepsUntilItIsStartedAndAfterItsEnd() {
        var brain = SpoolBrain(SpoolSettings())
        let now = SpoolMoment(wall: 0, steady: 0)
        #expect(brain.nextWake == nil)
        #expect(brain.handle(.daemon(.start), at: now) == [.daemon(.openSpool)])
        #expect(brain.nextWake == nil)
        #expect(brain.handle(.daemon(.stop), at: now) == [.daemon(.stop(left: 0))])
        #expect(brain.phase == .stopped && brain.nextWake == nil)
        #expect(brain.handle(.daemon(.start), at: now) == [])
    }

    @Test func listsEverySecondWhereNothingIsAnnounced() {
        var bench = Bench()
        _ = fail(&bench)
        _ = bench.tell(.tick, after: SpoolSettings.firstFaultPauseMilliseconds)
        #expect(bench.tell(.opened(polling: true)) == [.daemon(.listSpool)])
        #expect(bench.tell(.spoolListed(SpoolListing())).contains(.folders(.listArrivals)))
        for _ in 0..<3 { _ = bench.tell(.tick) }
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.pollMilliseconds)
    }

    @Test func answersThatComeTooLateChangeNothing() throws {
        var bench = Bench()
        var listing = SpoolListing()
        listing.work = try scans(1)
        #expect(bench.tell(.opened(polling: false)) == [])
        #expect(bench.tell(.spoolListed(listing)) == [])
        #expect(bench.brain.outlook.working == 0)
    }

    @Test func aSecondFaultWhileItWaitsDoesNotLengthenTheWait() {
        var bench = Bench()
        _ = fail(&bench)
        let wake = bench.brain.nextWake
        #expect(wake == bench.now.steady + SpoolSettings.firstFaultPauseMilliseconds)
        #expect(fail(&bench) == [])
        #expect(bench.brain.nextWake == wake)
    }

    @Test(arguments: ["ENOSPC", "EDQUOT"])
    func aFullDiskIsTriedAgainAfterTheShortestWait(_ error: String) {
        var bench = Bench()
        for _ in 0..<5 {
            #expect(
                fail(&bench, error).contains(
                    .daemon(.report(.fault(step: "commit", error: error, waitMilliseconds: 1_000))))
            )
            #expect(bench.tell(.tick, after: 1_000) == [.daemon(.openSpool)])
        }
    }

    @Test func beginsAnewOnlyWhenNoWorkerHoldsAnything() throws {
        var bench = Bench()
        let (scan, _) = try bench.take("x")
        _ = fail(&bench)
        #expect(bench.brain.nextWake == nil)
        #expect(bench.tell(.tick, after: SpoolSettings.firstFaultPauseMilliseconds) == [])
        #expect(bench.tell(.judged(scan, .written(nil))) == [.daemon(.openSpool)])
    }

    @Test func aVerdictThatCannotBeWrittenIsAFaultOfTheDisk() throws {
        var bench = Bench()
        let (scan, _) = try bench.take("x")
        #expect(
            bench.tell(.judged(scan, .notWritten(error: "EIO"))) == [
                .daemon(
                    .report(.fault(step: "write-verdict", error: "EIO", waitMilliseconds: 1_000))),
                .daemon(.withdraw),
            ])
    }

    @Test func aFaultWhileStoppingEndsItAtOnce() throws {
        var bench = Bench()
        _ = try bench.take("x")
        _ = bench.tell(.stop)
        #expect(fail(&bench) == [.daemon(.stop(left: 1))])
        #expect(bench.brain.phase == .stopped)
    }

    @Test func stopsAtOnceDuringAFault() {
        var bench = Bench()
        _ = fail(&bench)
        #expect(bench.tell(.stop) == [.daemon(.stop(left: 0))])
    }

    @Test func aSecondStopDoesNotLengthenTheFirst() throws {
        var bench = Bench()
        let (slow, _) = try bench.take("slow")
        let (quick, _) = try bench.take("quick")
        _ = bench.tell(.stop)
        let end = bench.now.steady + bench.brain.settings.stopWithinMilliseconds
        #expect(bench.brain.nextWake == end)
        #expect(bench.tell(.stop, after: 10) == [])
        #expect(bench.brain.phase == .stopping(by: end))
        _ = bench.tell(.judged(quick, .written(nil)))
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.batchWaitMilliseconds)
        _ = bench.tell(.judged(slow, .written(nil)))
        #expect(bench.brain.phase == .stopped)
    }

    @Test func looksForRoomEverySecondWhileTheDiskIsFull() {
        var bench = Bench()
        _ = bench.tell(.tick, after: 1_000)
        _ = bench.tell(.renamedIn([0x78]))
        _ = bench.tell(.space(SpoolSpace(freeBytes: 1, freeFiles: nil)))
        #expect(bench.brain.outlook.isFull && bench.brain.outlook.waiting == 1)
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.fullPauseMilliseconds)
        let actions = bench.tell(.tick, after: SpoolSettings.fullPauseMilliseconds)
        #expect(actions.contains(.folders(.measureSpace)))
    }

    /// A scan that is to be tried again waits for room as well: no turn of the loop comes sooner.
    @Test func aRetryThatIsDueOnAFullDiskWaitsForTheNextMeasure() throws {
        var bench = Bench()
        let (scan, _) = try bench.take("x")
        _ = bench.tell(.judged(scan, .notRead(error: "EIO")))
        _ = bench.tell(.space(SpoolSpace(freeBytes: 1, freeFiles: nil)))
        let actions = bench.tell(.tick, after: SpoolSettings.readPauseMilliseconds)
        #expect(actions.contains(.folders(.measureSpace)))
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.fullPauseMilliseconds)
    }

    @Test func tooFewFilesAreTooLittleRoom() {
        var bench = Bench()
        _ = bench.tell(.tick, after: 1_000)
        _ = bench.tell(.renamedIn([0x78]))
        let few = SpoolSpace(freeBytes: .max, freeFiles: SpoolSettings.freeFiles - 1)
        #expect(bench.tell(.space(few)).contains(.daemon(.report(.full(freeBytes: .max)))))
    }

    // What is kept too long.

    @Test func whatIsKeptTooLongGoesSoManyASecond() throws {
        var bench = Bench()
        let scans = try scans(2)
        #expect(
            bench.tell(.expiredScans(.done, scans, more: true)) == [.folders(.erase(.done, scans))])
        #expect(bench.tell(.erased(.done, 2, error: nil)) == [.daemon(.report(.erased(.done, 2)))])
        let next = bench.tell(.tick, after: SpoolSettings.nextSweepPauseMilliseconds)
        #expect(
            next.contains {
                if case .folders(.listExpired(.done, _, SpoolSettings.erasedAtOnce)) = $0 {
                    true
                } else {
                    false
                }
            })
        #expect(bench.tell(.expiredScans(.done, [], more: false)) == [])
    }

    @Test func verdictsAreRewrittenSoManyASecondAndNeverTwice() throws {
        var bench = Bench()
        let scans = try scans(2)
        let (verdict, until) = (scans[0].verdict, scans[1].identifier)
        #expect(
            bench.tell(.expiredVerdicts([verdict], until: until, more: true)) == [
                .folders(.rewrite(verdict)), .folders(.flushVerdicts(together: true)),
                .folders(.exchange(verdict)),
                .folders(.flushPublications), .daemon(.report(.redacted(1))),
            ])
        let next = bench.tell(.tick, after: SpoolSettings.nextSweepPauseMilliseconds)
        #expect(
            next.contains {
                if case .folders(.listExpired(.verdicts, let range, SpoolSettings.redactedAtOnce)) =
                    $0
                {
                    range.from == until
                } else {
                    false
                }
            })
        #expect(bench.tell(.expiredVerdicts([], until: nil, more: false)) == [])
    }

    @Test func verdictsAreLookedForAnewWhenTheClockWasSetBack() throws {
        var bench = Bench()
        let ahead = ArrivalIdentifier(milliseconds: bench.now.wall + 1, number: 0)
        _ = bench.tell(.expiredVerdicts([], until: ahead, more: true))
        let next = bench.tell(.tick, after: SpoolSettings.nextSweepPauseMilliseconds)
        #expect(
            next.contains {
                if case .folders(.listExpired(.verdicts, let range, _)) = $0 {
                    range.from == nil
                } else {
                    false
                }
            })
    }

    @Test func whatCannotBeErasedIsToldAndHoldsUpNothing() {
        var bench = Bench()
        #expect(
            bench.tell(.erased(.quarantine, 0, error: "EACCES")) == [
                .daemon(.report(.eraseRefused(.quarantine, error: "EACCES")))
            ])
        #expect(bench.brain.phase == .running)
    }

    @Test func aScanThatCannotBeMovedHoldsUpNoOther() throws {
        var bench = Bench()
        let scan = try scans(1)[0]
        #expect(
            bench.tell(.notCommitted(scan, error: "EACCES")) == [
                .folders(.removeTemporary(scan.identifier)),
                .daemon(.report(.commitRefused(error: "EACCES"))),
            ])
        #expect(bench.brain.phase == .running)
    }

    @Test func aJournalIsRedactedALittleEverySecondUntilItIsDone() {
        var bench = Bench { $0.writesJournal = true }
        let isRedaction = { (action: SpoolAction) in
            if case .daemon(.redactJournal) = action { true } else { false }
        }
        _ = bench.tell(.tick, after: SpoolSettings.journalSweepPauseMilliseconds)
        for _ in 0..<3 { _ = bench.tell(.tick) }
        #expect(bench.tell(.journalRedacted(0, more: true)) == [])
        let early = bench.tell(.tick, after: SpoolSettings.nextSweepPauseMilliseconds - 1)
        #expect(!early.contains(where: isRedaction))
        #expect(bench.tell(.tick, after: 1).contains(where: isRedaction))
        #expect(bench.tell(.journalRedacted(5, more: false)) == [.daemon(.report(.redacted(5)))])
        #expect(
            !bench.tell(.tick, after: SpoolSettings.sweepPauseMilliseconds).contains(
                where: isRedaction))
    }

    /// An input goes only after the name of its verdict lasts.
    @Test func nothingIsErasedOnceItStops() throws {
        var bench = Bench()
        _ = try bench.take("x")
        _ = bench.tell(.stop)
        #expect(bench.tell(.expiredScans(.done, try scans(1), more: true)) == [])
        let verdict = try scans(1)[0].verdict
        #expect(bench.tell(.expiredVerdicts([verdict], until: nil, more: true)) == [])
    }
}
