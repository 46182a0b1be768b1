import Lists
import Proofs
import TestSupport
import Testing

/// What is known of the time without a network (Spec/lists.md 5).
@Suite struct ClockFloorTests {
    static let trust = TrustBuilder()
    static let now = Sample.day(2026, 11, 3).start.adding(hours: 9)

    private func floor(_ observed: Instant?, list: RevocationBuilder? = nil) throws -> Instant {
        ClockFloor.instant(
            trust: ClockFloorTests.trust.content, list: try list?.list().content,
            observed: observed)
    }

    private func written(_ now: Instant, after previous: Instant?) -> Instant? {
        ClockFloor.observation(
            at: now, previous: previous, trust: ClockFloorTests.trust.content)
    }

    @Test func isTheLatestOfTheSignedInstantsAndTheTimeSeen() throws {
        let trust = ClockFloorTests.trust
        #expect(try floor(nil) == trust.issued)
        #expect(try floor(nil, list: RevocationBuilder()) == RevocationBuilder().issued)
        #expect(try floor(Instant(seconds: 0)) == trust.issued)
        #expect(try floor(ClockFloorTests.now) == ClockFloorTests.now)
        #expect(try floor(Sample.day(2099, 1, 1).start) == trust.refuseAfter)
    }

    @Test func writesDownTheFirstTimeItSees() {
        #expect(written(ClockFloorTests.now, after: nil) == ClockFloorTests.now)
    }

    @Test func writesTheTimeDownAgainAfterAnHour() {
        let now = ClockFloorTests.now
        let hour = now.adding(hours: 1)
        #expect(written(Instant(seconds: hour.seconds - 1), after: now) == nil)
        #expect(written(hour, after: now) == hour)
        #expect(written(now, after: hour) == nil)
    }

    @Test func doesNotBelieveAClockOutsideTheDatesOfTheTrustList() {
        let trust = ClockFloorTests.trust
        #expect(written(Instant(seconds: trust.issued.seconds - 1), after: nil) == nil)
        #expect(written(trust.issued, after: nil) == trust.issued)
        let last = Instant(seconds: trust.refuseAfter.seconds - 1)
        #expect(written(last, after: nil) == last)
        #expect(written(trust.refuseAfter, after: nil) == nil)
    }
}
