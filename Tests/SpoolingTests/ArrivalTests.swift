import Testing

@testable import Spooling

/// Which files of `in/` are whole, and what becomes of those that cannot be taken (Spec/spool.md
/// 2 and 3).
struct ArrivalTests {
    private let name = Array("x".utf8)

    private func claims(_ actions: [SpoolAction]) -> [String] { Bench.claims(actions) }

    @Test func aFileWrittenInPlaceIsTakenOnceItStandsStill() {
        var bench = Bench()
        #expect(claims(bench.tell(.written(name))) == [])
        let look = bench.tell(.tick, after: SpoolSettings.quiet)
        #expect(look.contains(.look([name])))
        let grown = bench.entry("x", age: 500)
        #expect(claims(bench.tellWithRoom(.looked([grown], of: [name]))) == [])
        #expect(bench.tell(.tick, after: SpoolSettings.quiet).contains(.look([name])))
        #expect(claims(bench.tellWithRoom(.looked([grown], of: [name]))) == ["x"])
    }

    @Test func aFileIsTakenOnceHoweverOftenItIsAnnounced() {
        var bench = Bench()
        bench.brain.isFull = true
        for _ in 0..<3 { _ = bench.tell(.renamedIn(name)) }
        _ = bench.tell(.written(name))
        _ = bench.tell(.arrivalsListed([bench.entry("x", age: 60_000)]))
        #expect(bench.brain.outlook.waiting == 1)
        bench.brain.isFull = false
        #expect(claims(bench.tellWithRoom(.tick, after: 1_000)) == ["x"])
    }

    @Test func aFileWrittenSeveralTimesIsLookedAtOnce() {
        var bench = Bench()
        for _ in 0..<3 { _ = bench.tell(.written(name)) }
        #expect(bench.tell(.tick, after: SpoolSettings.quiet).contains(.look([name])))
        #expect(bench.brain.outlook.known == 1)
    }

    /// The clock that stamps files may be that of another machine.
    @Test func stillnessIsMeasuredByOurClock() {
        var queue = ArrivalQueue()
        let start = SpoolMoment(wall: 1_000_000, steady: 0)
        let at = { (steady: Int64) in SpoolMoment(wall: 1_000_000 + steady, steady: steady) }
        let future = ArrivalEntry(name: name, stamp: .init(changed: 9_000_000, size: 1))
        queue.listed([future], at: start)
        queue.listed([future], at: at(SpoolSettings.quiet - 1))
        #expect(queue.wholeCount == 0 && queue.knownCount == 1)
        queue.listed([future], at: at(SpoolSettings.quiet))
        #expect(queue.wholeCount == 1)
        // It lies there since now at the earliest, whatever its stamp says.
        #expect(queue.oldest == 1_000_000 + SpoolSettings.quiet)
    }

    @Test func aFileThatGrowsWaitsAnew() {
        var queue = ArrivalQueue()
        let at = { (steady: Int64) in SpoolMoment(wall: 1_000_000 + steady, steady: steady) }
        for step in 0..<4 {
            let changed = 1_000_000 + Int64(step) * SpoolSettings.quiet
            let entry = ArrivalEntry(name: name, stamp: .init(changed: changed, size: Int64(step)))
            queue.listed([entry], at: at(Int64(step) * SpoolSettings.quiet))
            #expect(queue.wholeCount == 0)
        }
    }

    @Test func aFileThatIsGoneAtTheSecondLookIsForgotten() {
        var bench = Bench()
        _ = bench.tell(.written(name))
        _ = bench.tell(.tick, after: SpoolSettings.quiet)
        #expect(bench.brain.outlook.known == 1)
        _ = bench.tell(.looked([], of: [name]))
        #expect(bench.brain.outlook.known == 0)
    }

    @Test func lostAnnouncementsAreMadeGoodByListingAtOnce() {
        var bench = Bench()
        let actions = bench.tell(.overflow)
        #expect(actions.contains(.report(.overflow)))
        #expect(actions.contains(.listArrivals))
    }

    @Test func whatSomebodyTookAwayIsNoFault() throws {
        var bench = Bench()
        _ = bench.tell(.renamedIn(name))
        #expect(bench.brain.outlook.working == 1)
        let actions = bench.tell(.notClaimed(name, .gone))
        #expect(actions.allSatisfy { if case .report = $0 { false } else { true } })
        #expect(bench.brain.outlook.working == 0 && bench.brain.outlook.known == 0)
        // The next file of that name is another one.
        #expect(try bench.take("x").0.name.description == "x")
    }

    @Test func whatCannotBeTakenIsLeftAloneForAMinute() {
        var bench = Bench()
        _ = bench.tell(.renamedIn(name))
        let actions = bench.tell(.notClaimed(name, .refused(error: "EACCES")))
        #expect(actions.contains(.report(.claimRefused(error: "EACCES"))))
        #expect(bench.brain.outlook.working == 0)
        _ = bench.tell(.tick, after: SpoolSettings.refusedPause - 1)
        let early = bench.tellWithRoom(.arrivalsListed([bench.entry("x", age: 60_000)]))
        #expect(claims(early) == [])
        _ = bench.tell(.tick, after: 1)
        let late = bench.tellWithRoom(.arrivalsListed([bench.entry("x", age: 60_000)]))
        #expect(claims(late) == ["x"])
    }

    @Test func remembersSoManyNamesAndListsTheRestSoon() {
        var bench = Bench()
        _ = bench.tell(.tick, after: bench.brain.settings.rescan)
        let growing = (0...SpoolSettings.namesRemembered).map { bench.entry("\($0)", age: 0) }
        _ = bench.tell(.arrivalsListed(Array(growing.dropLast())))
        #expect(bench.brain.outlook.known == SpoolSettings.namesRemembered)
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.quiet)
        _ = bench.tell(.arrivalsListed(growing))
        #expect(bench.brain.outlook.known == SpoolSettings.namesRemembered)
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.cutPause)
    }

    @Test func aNameThatWasRefusedAndHasGoneIsForgotten() {
        var bench = Bench()
        _ = bench.tellWithRoom(.renamedIn([0x78]))
        _ = bench.tell(.notClaimed([0x78], .refused(error: "EACCES")))
        #expect(bench.brain.outlook.known == 1)
        _ = bench.tell(.arrivalsListed([bench.entry("x", age: 0)]))
        #expect(bench.brain.outlook.known == 1)
        _ = bench.tell(.arrivalsListed([]))
        #expect(bench.brain.outlook.known == 0)
    }

    @Test func aQueueKeepsItsOrderHoweverManyPassThroughIt() {
        var queue = Queue<Int>()
        var taken: [Int] = []
        for number in 0..<5_000 {
            queue.append(number)
            if number >= 100 { taken.append(queue.popFirst() ?? -1) }
        }
        #expect(queue.count == 100 && queue.first == 4_900)
        #expect(Array(queue.elements) == Array(4_900..<5_000))
        while let number = queue.popFirst() { taken.append(number) }
        #expect(taken == Array(0..<5_000) && queue.isEmpty)
    }
}
