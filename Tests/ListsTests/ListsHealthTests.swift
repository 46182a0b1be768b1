import Lists
import Proofs
import TestSupport
import Testing

/// What a monitor is told of the lists in force.
@Suite struct ListsHealthTests {
    static let now = Sample.day(2026, 11, 3).start.adding(hours: 9)

    /// The trust list of October, which names `caf`, and the list of that night.
    static func lists(
        _ revocations: RevocationBuilder? = RevocationBuilder(), observed: Instant? = nil,
        _ change: (inout TrustBuilder) -> Void = { _ in }
    ) throws -> ListsInForce {
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        change(&trust)
        return ListsInForce(
            trust: try trust.list(),
            revocations: try revocations.map { ["caf": try $0.list()] } ?? [:],
            observed: observed)
    }

    static func state(_ lists: ListsInForce, at now: Instant) -> ListsHealth.State {
        ListsHealth(lists, at: now).state
    }

    private func before(_ instant: Instant) -> Instant { Instant(seconds: instant.seconds - 1) }

    @Test func withoutATrustListNothingIsConfiguredWhateverTheClock() {
        let observed = Sample.day(2030, 1, 1).start
        let health = ListsHealth(ListsInForce(trust: nil, observed: observed), at: Sample.now)
        #expect(health.state == .notConfigured)
        #expect(health.trust == nil && health.revocations.isEmpty)
        #expect(health.signedFloor == nil && health.observed == observed)
        #expect(!health.isClockSuspect)
    }

    @Test func tellsNumbersDatesAndAgeOfEachList() throws {
        let health = ListsHealth(try ListsHealthTests.lists(), at: ListsHealthTests.now)
        #expect(health.state == .ok)
        #expect(health.trust?.sequence == 7)
        #expect(health.trust?.issued == TrustBuilder().issued)
        #expect(health.trust?.ageDays == 33)
        let caf = try #require(health.revocations.first)
        #expect(health.revocations.count == 1 && caf.identifier == "caf")
        #expect(caf.entry?.sequence == 40)
        #expect(caf.entry?.refuseAfter == RevocationBuilder().refuseAfter)
        #expect(caf.entry?.ageDays == 0)
        #expect(caf.content?.identifier == "caf")
    }

    @Test func aListThatIsNamedAndMissingIsStale() throws {
        let health = ListsHealth(try ListsHealthTests.lists(nil), at: ListsHealthTests.now)
        #expect(health.state == .stale)
        #expect(health.revocations.map(\.identifier) == ["caf"])
        #expect(health.revocations.allSatisfy { $0.entry == nil && $0.content == nil })
        #expect(health.trust?.state == .ok)
    }

    @Test func agesAndGoesStaleAtTheInstantTheListSays() throws {
        let lists = try ListsHealthTests.lists()
        let caf = RevocationBuilder()
        #expect(ListsHealthTests.state(lists, at: before(caf.warnAfter)) == .ok)
        #expect(ListsHealthTests.state(lists, at: caf.warnAfter) == .aging)
        #expect(ListsHealthTests.state(lists, at: before(caf.refuseAfter)) == .aging)
        #expect(ListsHealthTests.state(lists, at: caf.refuseAfter) == .stale)
    }

    @Test func isAsBadAsTheWorstOfTheLists() throws {
        let lists = try ListsHealthTests.lists {
            $0.warnAfter = ListsHealthTests.now
        }
        let health = ListsHealth(lists, at: ListsHealthTests.now)
        #expect(health.trust?.state == .aging)
        #expect(health.revocations.map { $0.entry?.state } == [.ok])
        #expect(health.state == .aging)
        let later = ListsHealth(lists, at: RevocationBuilder().refuseAfter)
        #expect(later.trust?.state == .aging && later.state == .stale)
    }

    @Test func theClockMayBeTwoHoursBehindTheNewestList() throws {
        let lists = try ListsHealthTests.lists()
        let earliest = RevocationBuilder().issued.adding(hours: -2)
        #expect(ListsHealth(lists, at: earliest).signedFloor == RevocationBuilder().issued)
        #expect(ListsHealthTests.state(lists, at: earliest) == .ok)
        #expect(ListsHealthTests.state(lists, at: before(earliest)) == .clockSuspect)
    }

    @Test func theClockMayNotGoBackBehindTheTimeThatWasSeen() throws {
        let seen = Sample.day(2026, 11, 10).start
        let lists = try ListsHealthTests.lists(observed: seen)
        #expect(ListsHealthTests.state(lists, at: seen.adding(hours: -2)) == .ok)
        #expect(ListsHealthTests.state(lists, at: before(seen.adding(hours: -2))) == .clockSuspect)
        let forgetful = lists.forgettingObservedTime
        #expect(ListsHealthTests.state(forgetful, at: before(seen.adding(hours: -2))) == .ok)
    }

    /// A clock that once ran far ahead does no lasting harm.
    @Test func seenTimeCountsUpToTheEndOfTheTrustListOnly() throws {
        let lists = try ListsHealthTests.lists(observed: Sample.day(2099, 1, 1).start)
        let end = TrustBuilder().refuseAfter
        #expect(!ListsHealth(lists, at: end.adding(hours: -2)).isClockSuspect)
        #expect(ListsHealth(lists, at: before(end.adding(hours: -2))).isClockSuspect)
    }

    @Test func aSuspectClockIsWorseThanAMissingList() throws {
        let lists = try ListsHealthTests.lists(nil)
        #expect(ListsHealthTests.state(lists, at: Instant(seconds: 0)) == .clockSuspect)
        #expect(ListsHealth(lists, at: Instant(seconds: 0)).trust?.ageDays == 0)
    }

    @Test func statesStandInTheOrderInWhichTheyAreReported() {
        let order: [ListsHealth.State] = [.ok, .aging, .stale, .clockSuspect, .notConfigured]
        #expect(order.shuffled().sorted() == order)
        #expect(
            order.map(\.rawValue) == ["ok", "aging", "stale", "clock-suspect", "not-configured"])
    }

    @Test func forgettingSeenTimeKeepsTheLists() throws {
        let lists = try ListsHealthTests.lists(observed: ListsHealthTests.now)
        #expect(lists.forgettingObservedTime.observed == nil)
        #expect(lists.forgettingObservedTime.trust?.content == lists.trust?.content)
        #expect(lists.forgettingObservedTime.revocations.keys.sorted() == ["caf"])
    }
}
