import Testing

@testable import Spooling

/// Which files of `in/` are whole, and what becomes of those that cannot be taken (Spec/spool.md
/// 2 and 3).
struct ArrivalTests {
    private let name = Array("x".utf8)

    private func claims(_ actions: [SpoolAction]) -> [String] { Bench.claims(actions) }

    /// Lets a second pass and answers what the brain looks at.
    private func look(
        _ bench: inout Bench, seconds: Int = 1, _ entry: (Bench) -> ArrivalEntry?
    ) -> [String] {
        var taken: [String] = []
        for _ in 0..<seconds {
            for case .folders(.look(let names)) in bench.tell(.tick, after: 1_000) {
                let found = entry(bench).map { [$0] } ?? []
                taken += claims(bench.tellWithRoom(.looked(found, of: names)))
            }
        }
        return taken
    }

    @Test func aFileWrittenInPlaceIsTakenOnceItIsUnchanged() {
        var bench = Bench()
        #expect(claims(bench.tell(.written(name))) == [])
        let written = bench.entry("x", age: 0)
        #expect(look(&bench, seconds: 4) { _ in written } == [])
        let grown = bench.entry("x", age: 0, size: 2)
        #expect(look(&bench, seconds: 4) { _ in grown } == [])
        #expect(look(&bench) { _ in grown } == ["x"])
    }

    /// A copier that pauses in the middle of a page.
    @Test func aFileThatIsBeingWrittenWaitsForItsClose() {
        var bench = Bench()
        _ = bench.tell(.beingWritten(name))
        let half = bench.entry("x", age: 0)
        #expect(look(&bench, seconds: 120) { _ in half } == [])
        _ = bench.tell(.written(name))
        #expect(look(&bench, seconds: 4) { _ in half } == [])
        #expect(look(&bench) { _ in half } == ["x"])
    }

    @Test func aFileThatIsNeverClosedIsTakenAfterTenMinutesWithoutAChange() {
        var bench = Bench()
        _ = bench.tell(.beingWritten(name))
        let half = bench.entry("x", age: 0)
        let seconds = Int(SpoolSettings.openMilliseconds / 1_000)
        #expect(look(&bench, seconds: seconds - 1) { _ in half } == [])
        #expect(look(&bench) { _ in half } == ["x"])
    }

    /// The close of a file may have been announced when nobody listened.
    @Test func afterLostAnnouncementsStillnessAloneCounts() {
        var bench = Bench()
        _ = bench.tell(.beingWritten(name))
        _ = bench.tell(.overflow)
        let whole = bench.entry("x", age: 0)
        #expect(look(&bench, seconds: 5) { _ in whole } == ["x"])
    }

    @Test func aListingDoesNotDecideOnAFileThatMayBeOpen() {
        var bench = Bench()
        let half = bench.entry("x", age: 0)
        _ = bench.tellWithRoom(.arrivalsListed([half]))
        #expect(claims(bench.tellWithRoom(.arrivalsListed([half]), after: 60_000)) == [])
    }

    @Test func theKernelsWordOnWritersCountsMoreThanAnnouncements() {
        var bench = Bench()
        _ = bench.tell(.beingWritten(name))
        let entry = { (bench: Bench, isOpen: Bool) in
            let stamp = bench.entry("x", age: 0).stamp
            return ArrivalEntry(name: Array("x".utf8), stamp: stamp, isOpen: isOpen)
        }
        let closed = entry(bench, false)
        #expect(look(&bench, seconds: 5) { _ in closed } == ["x"])
        _ = bench.tell(.written(Array("y".utf8)))
        let open = ArrivalEntry(
            name: Array("y".utf8), stamp: bench.entry("y", age: 0).stamp, isOpen: true)
        #expect(look(&bench, seconds: 60) { _ in open } == [])
    }

    /// Some clients make an empty file first, and fill it later.
    @Test func anEmptyFileWaitsLonger() {
        var bench = Bench()
        _ = bench.tell(.beingWritten(name))
        _ = bench.tell(.written(name))
        let empty = bench.entry("x", age: 0, size: 0)
        #expect(look(&bench, seconds: 19) { _ in empty } == [])
        #expect(look(&bench) { _ in empty } == ["x"])
    }

    /// A folder, a link: nobody will close it.
    @Test func whatIsNoFileWaitsForNoClose() {
        var bench = Bench()
        _ = bench.tell(.beingWritten(name))
        let stamp = bench.entry("x", age: 0, size: 0).stamp
        let link = ArrivalEntry(name: name, stamp: stamp, isFile: false)
        #expect(look(&bench, seconds: 5) { _ in link } == ["x"])
    }

    @Test func aPageAppendedWithinTheWaitIsOfTheSameDocument() {
        var bench = Bench { $0.settleMilliseconds = 30_000 }
        for page in 1...4 {
            _ = bench.tell(.written(name))
            let entry = bench.entry("x", age: 0, size: Int64(page))
            #expect(look(&bench, seconds: 20) { _ in entry } == [])
            _ = bench.tell(.beingWritten(name))
        }
        _ = bench.tell(.written(name))
        let whole = bench.entry("x", age: 0, size: 5)
        #expect(look(&bench, seconds: 30) { _ in whole } == ["x"])
    }

    /// Where other machines write, a file may seem old while it grows.
    @Test func theClocksOfOtherMachinesCountForNothing() {
        var bench = Bench()
        _ = bench.tell(.opened(polling: true))
        let old = bench.entry("x", age: 3_600_000)
        #expect(claims(bench.tellWithRoom(.arrivalsListed([old]))) == [])
        #expect(look(&bench, seconds: 5) { _ in old } == ["x"])
    }

    @Test func aFolderIsListedAtOnce() {
        var bench = Bench()
        #expect(bench.tell(.folderArrived).contains(.folders(.listArrivals)))
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
        let looks = bench.tell(.tick, after: SpoolSettings.lookMilliseconds)
        #expect(looks.contains(.folders(.look([name]))))
        #expect(bench.brain.outlook.known == 1)
    }

    /// A name that comes again is not looked at more often.
    @Test func aNameThatWasForgottenLeavesNoLookBehind() {
        var bench = Bench()
        for _ in 0..<5 {
            _ = bench.tell(.written(name))
            _ = bench.tell(.looked([], of: [name]))
        }
        _ = bench.tell(.written(name))
        let looks = bench.tell(.tick, after: SpoolSettings.lookMilliseconds)
        #expect(looks.filter { $0 == .folders(.look([name])) }.count == 1)
    }

    /// The clock that stamps files may be that of another machine.
    @Test func stillnessIsMeasuredByOurClock() {
        var queue = ArrivalQueue(SpoolSettings())
        let start = SpoolMoment(wall: 1_000_000, steady: 0)
        let at = { (steady: Int64) in SpoolMoment(wall: 1_000_000 + steady, steady: steady) }
        let future = ArrivalEntry(name: name, stamp: .init(changed: 9_000_000, size: 1))
        queue.listed([future], at: start)
        queue.seen([future], of: [name], at: at(SpoolSettings().settleMilliseconds - 1))
        #expect(queue.wholeCount == 0 && queue.knownCount == 1)
        queue.seen([future], of: [name], at: at(SpoolSettings().settleMilliseconds))
        #expect(queue.wholeCount == 1)
        // It lies there since now at the earliest, whatever its stamp says.
        #expect(queue.oldest == 1_000_000 + SpoolSettings().settleMilliseconds)
    }

    @Test func aFileThatGrowsWaitsAnew() {
        var queue = ArrivalQueue(SpoolSettings())
        let at = { (steady: Int64) in SpoolMoment(wall: 1_000_000 + steady, steady: steady) }
        for size in Int64(0)..<4 {
            let time = size * SpoolSettings().settleMilliseconds
            let entry = ArrivalEntry(
                name: name, stamp: .init(changed: 1_000_000 + time, size: size))
            queue.seen([entry], of: [name], at: at(time))
            #expect(queue.wholeCount == 0)
        }
    }

    @Test func aFileThatIsGoneAtTheSecondLookIsForgotten() {
        var bench = Bench()
        _ = bench.tell(.written(name))
        _ = bench.tell(.tick, after: SpoolSettings.lookMilliseconds)
        #expect(bench.brain.outlook.known == 1)
        _ = bench.tell(.looked([], of: [name]))
        #expect(bench.brain.outlook.known == 0)
    }

    @Test func lostAnnouncementsAreMadeGoodByListingAtOnce() {
        var bench = Bench()
        let actions = bench.tell(.overflow)
        #expect(actions.contains(.daemon(.report(.overflow))))
        #expect(actions.contains(.folders(.listArrivals)))
    }

    @Test func whatSomebodyTookAwayIsNoFault() throws {
        var bench = Bench()
        _ = bench.tell(.renamedIn(name))
        #expect(bench.brain.outlook.working == 1)
        let actions = bench.tell(.notClaimed(name, .gone))
        #expect(actions.allSatisfy { if case .daemon(.report) = $0 { false } else { true } })
        #expect(bench.brain.outlook.working == 0 && bench.brain.outlook.known == 0)
        // The next file of that name is another one.
        #expect(try bench.take("x").0.name.description == "x")
    }

    @Test func whatCannotBeTakenIsLeftAloneForAMinute() {
        var bench = Bench()
        _ = bench.tell(.renamedIn(name))
        let actions = bench.tell(.notClaimed(name, .refused(error: "EACCES")))
        #expect(actions.contains(.daemon(.report(.claimRefused(error: "EACCES")))))
        #expect(bench.brain.outlook.working == 0 && bench.brain.outlook.refused == 1)
        _ = bench.tell(.tick, after: SpoolSettings.refusedPauseMilliseconds - 1)
        let early = bench.tellWithRoom(.arrivalsListed([bench.entry("x", age: 60_000)]))
        #expect(claims(early) == [])
        _ = bench.tell(.tick, after: 1)
        let late = bench.tellWithRoom(.arrivalsListed([bench.entry("x", age: 60_000)]))
        #expect(claims(late) == ["x"])
    }

    @Test func remembersSoManyNamesAndListsTheRestSoon() {
        var bench = Bench()
        _ = bench.tell(.tick, after: bench.brain.settings.rescanMilliseconds)
        let growing = (0...SpoolSettings.namesRemembered).map { bench.entry("\($0)", age: 0) }
        _ = bench.tell(.arrivalsListed(Array(growing.dropLast())))
        #expect(bench.brain.outlook.known == SpoolSettings.namesRemembered)
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.lookMilliseconds)
        _ = bench.tell(.arrivalsListed(growing))
        #expect(bench.brain.outlook.known == SpoolSettings.namesRemembered)
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.cutPauseMilliseconds)
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
