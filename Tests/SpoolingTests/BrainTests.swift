import Testing

@testable import Spooling

/// What the brain answers to one event, with the disk and the clock in the test's hands.
struct BrainTests {
    private func claims(_ actions: [SpoolAction]) -> [String] { Bench.claims(actions) }

    @Test func publishesOneScanAtOnceWhenNothingElseWaits() throws {
        var bench = Bench()
        let (scan, actions) = try bench.take("x")
        #expect(actions == [.daemon(.judge(scan, .content, durably: true))])
        #expect(
            bench.tell(.judged(scan, .written(nil))) == [
                .folders(.flushVerdicts(together: false)), .folders(.commit(scan, to: .done)),
                .folders(.flushCommits),
                .folders(.publish(scan)), .folders(.flushPublications), .daemon(.settled([scan])),
            ])
    }

    @Test func flushesOnceForAllThatIsReadyUnderLoad() throws {
        var bench = Bench()
        var scans: [ClaimedName] = []
        for number in 0..<10 { scans.append(try bench.take("x\(number)").0) }
        for scan in scans.dropLast() { #expect(bench.tell(.judged(scan, .written(nil))) == []) }
        let last = try #require(scans.last)
        let actions = bench.tell(.judged(last, .written(nil)))
        #expect(actions.filter { $0 == .folders(.flushCommits) }.count == 1)
        #expect(actions.first == .folders(.flushVerdicts(together: true)))
        #expect(actions.last == .daemon(.settled(scans)))
    }

    @Test func doesNotLetAQuickScanWaitForASlowOne() throws {
        var bench = Bench()
        let (slow, _) = try bench.take("slow")
        let (quick, _) = try bench.take("quick")
        #expect(bench.tell(.judged(quick, .written(nil))) == [])
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.batchWaitMilliseconds)
        let actions = bench.tell(.tick, after: SpoolSettings.batchWaitMilliseconds)
        #expect(actions.last == .daemon(.settled([quick])))
        #expect(bench.tell(.judged(slow, .written(nil))).last == .daemon(.settled([slow])))
    }

    @Test func takesBacklogAndNewcomersInTurn() {
        var bench = Bench { $0.workers = 1 }
        let old = (0..<3).map {
            ArrivalEntry(
                name: Array("old\($0)".utf8), stamp: .init(changed: Int64(9 - $0), size: 1))
        }
        bench.brain.isFull = true
        _ = bench.tell(.arrivalsListed(old))
        for number in 0..<3 { _ = bench.tell(.renamedIn(Array("new\(number)".utf8))) }
        bench.brain.isFull = false
        #expect(
            claims(bench.tell(.tick)) == ["new0", "old2", "new1", "old1", "new2", "old0"]
                || claims(bench.tell(.tick)).isEmpty)
    }

    @Test func claimsNoMoreThanItCanHold() {
        var bench = Bench()
        let entries = (0..<1_000).map {
            ArrivalEntry(name: Array("\($0)".utf8), stamp: .init(changed: 1, size: 1))
        }
        #expect(claims(bench.tell(.arrivalsListed(entries))).count == SpoolSettings.outstanding)
    }

    @Test func claimsNothingWithoutRoomAndSaysSoOnce() {
        var bench = Bench()
        _ = bench.tell(.tick, after: 1_000)
        #expect(claims(bench.tell(.space(SpoolSpace(freeBytes: 1, freeFiles: nil)))) == [])
        let actions = bench.tell(.renamedIn(Array("x".utf8)))
        #expect(claims(actions) == [])
        #expect(bench.brain.outlook.isFull)
        _ = bench.tell(.space(SpoolSpace(freeBytes: 1, freeFiles: nil)))
        let again = bench.tell(.space(SpoolSpace(freeBytes: .max, freeFiles: nil)))
        #expect(again.contains(.daemon(.report(.roomAgain(freeBytes: .max)))))
        #expect(claims(again) == ["x"])
    }

    @Test func judgesASuspectAlone() throws {
        var bench = Bench { $0.workers = 4 }
        _ = bench.tell(.failed(step: "x", error: "EIO", undone: []))
        _ = bench.tell(.tick, after: SpoolSettings.firstFaultPauseMilliseconds)
        var listing = SpoolListing()
        listing.work = ["1.a1.a", "2.a1.b", "3.a1.c"].compactMap {
            ClaimedName("000000000000\($0.first ?? "0")-0000\($0.dropFirst())")
        }
        listing.held = [try #require(listing.work.last?.identifier)]
        _ = bench.tell(.opened(polling: false))
        _ = bench.tell(.spoolListed(listing))
        let suspect = try #require(listing.work.last?.nextAttempt)
        let first = bench.tell(.space(SpoolSpace(freeBytes: .max, freeFiles: nil)))
        #expect(first.filter(isJudging) == [.daemon(.judge(suspect, .content, durably: true))])
        let then = bench.tell(.judged(suspect, .written(nil)))
        #expect(then.filter(isJudging).count == 2)
    }

    private func isJudging(_ action: SpoolAction) -> Bool {
        if case .daemon(.judge) = action { return true }
        return false
    }

    @Test func triesAScanThatCannotBeReadThreeTimes() throws {
        var bench = Bench()
        let (scan, _) = try bench.take("x")
        for tries in 1...2 {
            let actions = bench.tell(.judged(scan, .notRead(error: "EIO")))
            #expect(actions == [.daemon(.report(.inputFault(error: "EIO", tries: tries)))])
            let again = bench.tellWithRoom(.tick, after: SpoolSettings.readPauseMilliseconds)
            #expect(again.contains(.daemon(.judge(scan, .content, durably: true))))
        }
        let last = bench.tellWithRoom(.judged(scan, .notRead(error: "EIO")))
        #expect(last.contains(.daemon(.judge(scan, .unreadable, durably: true))))
    }

    @Test func beginsAnewAfterAFaultAndWaitsLongerEachTime() {
        var bench = Bench()
        var pauses: [Int64] = []
        for _ in 0..<8 {
            for case .daemon(.report(.fault(_, _, let wait))) in bench.tell(
                .failed(step: "commit", error: "EIO", undone: []))
            {
                pauses.append(wait)
                #expect(bench.tell(.tick, after: wait - 1) == [])
                #expect(bench.tell(.tick, after: 1) == [.daemon(.openSpool)])
            }
        }
        #expect(pauses == [1, 2, 4, 8, 16, 32, 60, 60].map { $0 * 1_000 })
    }

    @Test func finishesWhatWorkersHoldBeforeItStops() throws {
        var bench = Bench()
        let (scan, _) = try bench.take("x")
        let actions = bench.tell(.stop)
        #expect(actions.contains(.daemon(.withdraw)))
        #expect(claims(bench.tell(.renamedIn(Array("y".utf8)))) == [])
        _ = bench.tell(.judged(scan, .written(nil)))
        let end = bench.tell(.tick, after: SpoolSettings.batchWaitMilliseconds)
        #expect(end.contains(.daemon(.stop(left: 0))) || bench.brain.phase == .stopped)
    }

    @Test func stopsAtTheDeadlineWhateverWorkersHold() throws {
        var bench = Bench()
        _ = try bench.take("x")
        _ = bench.tell(.stop)
        #expect(bench.tell(.tick, after: 19_999) == [])
        #expect(bench.tell(.tick, after: 1) == [.daemon(.stop(left: 1))])
    }

    @Test func wakesOnlyToListWhenIdle() {
        var bench = Bench()
        _ = bench.tell(.tick, after: 5_000)
        #expect(bench.brain.nextWake == bench.now.steady + 5_000)
    }
}
