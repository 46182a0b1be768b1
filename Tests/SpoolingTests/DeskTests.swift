import Testing

@testable import Spooling

/// In whose hands a claimed scan is, and in which order (Spec/spool.md 3).
struct DeskTests {
    private static func scan(_ number: Int, attempt: Int = 1) throws -> ClaimedName {
        let identifier = try #require(ArrivalIdentifier(milliseconds: 5_000, number: number))
        return ClaimedName(
            identifier: identifier, attempt: attempt, name: ScanName(encoding: [0x78]))
    }

    private static func judgings(_ actions: [SpoolAction]) -> [SpoolAction] {
        actions.filter { if case .daemon(.judge) = $0 { true } else { false } }
    }

    /// A daemon with many workers, and what a stop left it.
    private func bench(_ work: [ClaimedName]) -> (Bench, [SpoolAction]) {
        var listing = SpoolListing()
        listing.work = work
        var bench = Bench(recovering: listing) { $0.workers = 4 }
        let first = bench.tell(.space(SpoolSpace(freeBytes: .max, freeFiles: nil)))
        return (bench, DeskTests.judgings(first))
    }

    @Test func aScanThatEndedTheDaemonTwiceIsNotReadAgain() throws {
        let (poison, other) = (try DeskTests.scan(1, attempt: 3), try DeskTests.scan(2))
        let (_, actions) = bench([other, poison])
        #expect(
            actions == [
                .daemon(.judge(poison, .poison, durably: true)),
                .daemon(.judge(other, .content, durably: true)),
            ])
    }

    @Test func aSuspectWaitsUntilNoOtherScanIsInAnyHands() throws {
        let (poison, suspect) = (
            try DeskTests.scan(1, attempt: 3), try DeskTests.scan(2, attempt: 2)
        )
        var (bench, actions) = bench([poison, suspect])
        #expect(actions == [.daemon(.judge(poison, .poison, durably: true))])
        actions = DeskTests.judgings(bench.tell(.judged(poison, .written(.poison))))
        #expect(actions == [.daemon(.judge(suspect, .content, durably: true))])
    }

    @Test func aPoisonousScanGoesToQuarantineAndIsReported() throws {
        let poison = try DeskTests.scan(1, attempt: 3)
        var (bench, _) = bench([poison])
        let actions = bench.tell(.judged(poison, .written(.poison)))
        #expect(actions.contains(.daemon(.report(.quarantined(reason: .poison)))))
        #expect(actions.contains(.folders(.commit(poison, to: .quarantine))))
    }

    /// A worker that answers twice, or for a scan it was not given.
    @Test func anAnswerNobodyAskedForChangesNothing() throws {
        var bench = Bench()
        let stranger = try DeskTests.scan(9)
        #expect(bench.tell(.judged(stranger, .written(nil))) == [])
        let (scan, _) = try bench.take("x")
        _ = bench.tell(.judged(scan, .written(nil)))
        #expect(bench.tell(.judged(scan, .written(nil))) == [])
        #expect(bench.brain.outlook.working == 0)
    }

    @Test func aBatchIsLimitedAndTheRestKeepsItsTurn() throws {
        var settings = SpoolSettings()
        settings.workers = 16
        var desk = JudgingDesk()
        let now = SpoolMoment(wall: 0, steady: 7)
        let scans = try (0..<SpoolSettings.batch + 2).map { try DeskTests.scan($0) }
        for scan in scans { desk.take(scan) }
        #expect(desk.assign(settings, at: now).count == scans.count)
        for scan in scans { _ = desk.done(scan, .written(nil), at: now) }
        #expect(desk.takeBatch().map(\.scan) == Array(scans.dropLast(2)))
        #expect(desk.firstJudged == 7 && desk.count == 2)
        #expect(desk.takeBatch().map(\.scan) == Array(scans.suffix(2)))
        #expect(desk.firstJudged == nil && desk.count == 0)
    }

    @Test func wakesForTheScanThatIsToBeReadAgain() throws {
        var bench = Bench()
        let (scan, _) = try bench.take("x")
        _ = bench.tell(.judged(scan, .notRead(error: "EIO")))
        #expect(bench.brain.nextWake == bench.now.steady + SpoolSettings.readPauseMilliseconds)
    }

    @Test func aStartRemovesWhatWasHalfRewrittenAndPublishesWhatWasDecided() throws {
        var listing = SpoolListing()
        let (decided, undecided) = (try DeskTests.scan(1), try DeskTests.scan(2))
        let old = try DeskTests.scan(3).identifier
        listing.decided = [decided]
        listing.work = [undecided]
        listing.temporaries = [decided.identifier, undecided.identifier]
        listing.rewritten = [old]
        let plan = RecoveryPlan(listing, SpoolSettings())
        #expect(
            plan.actions == [
                .folders(.removeTemporary(undecided.identifier)), .folders(.removeRewritten(old)),
                .folders(.flushCommits),
                .folders(.publish(decided)), .folders(.flushPublications),
            ])
        #expect(plan.again == [undecided])
        #expect(plan.notice == .recovered(published: 1, removed: 1, again: 1, suspects: 0))
    }

    /// A fault may have come between the last publication and its flush.
    @Test func aStartMakesNamesOfVerdictsLastEvenWhenNoneIsLeftToPublish() {
        #expect(
            RecoveryPlan(SpoolListing(), SpoolSettings()).actions == [.folders(.flushPublications)])
    }

    @Test(arguments: [
        (SpoolSettings.numbersAheadMilliseconds - 1, true),
        (SpoolSettings.numbersAheadMilliseconds, false),
    ])
    func numbersRiseAboveEarlierOnesButNotAboveThoseFarAhead(_ ahead: Int64, _ rises: Bool) throws {
        var listing = SpoolListing()
        let wall = Bench().now.wall
        listing.latest = ArrivalIdentifier(milliseconds: wall + ahead, number: 7)
        var bench = Bench(recovering: listing)
        _ = bench.tell(.space(SpoolSpace(freeBytes: .max, freeFiles: nil)))
        let claimed = bench.tellWithRoom(.renamedIn([0x78])).compactMap {
            if case .folders(.claim(_, let scan)) = $0 { scan.identifier } else { nil }
        }
        let latest = try #require(listing.latest)
        #expect((try #require(claimed.first) > latest) == rises)
    }
}
