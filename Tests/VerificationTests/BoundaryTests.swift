import Proofs
import TestSupport
import Testing
import Verification

/// The instants at which an answer changes, to the second.
@Suite struct BoundaryTests {
    static func code(
        at now: Instant, _ change: (inout Scenario) -> Void = { _ in }
    ) throws -> VerdictCode {
        var scenario = Scenario.with(change)
        scenario.now = now
        return try scenario.verdict().code
    }

    static func second(after instant: Instant, _ seconds: Int64) -> Instant {
        Instant(seconds: instant.seconds + seconds)
    }

    /// Twelve hours of grace after the last day, 30 November 2026.
    @Test func expiresTwelveHoursAfterTheLastDay() throws {
        let end = try #require(Instant("2026-12-01T12:00:00Z"))
        #expect(try BoundaryTests.code(at: BoundaryTests.second(after: end, -1)) == .valid)
        #expect(try BoundaryTests.code(at: end) == .expired)
    }

    @Test(arguments: ["2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z", "2026-12-01T09:59:59Z"])
    func isStillGoodOnItsLastDayInEveryFrenchTimeZone(text: String) throws {
        #expect(try BoundaryTests.code(at: #require(Instant(text))) == .valid)
    }

    /// The day of issue, 2 November 2026, may be two hours ahead of the clock.
    @Test func isNotYetValidMoreThanTwoHoursBeforeTheDayOfIssue() throws {
        let start = try #require(Instant("2026-11-01T22:00:00Z"))
        #expect(try BoundaryTests.code(at: start) == .valid)
        #expect(try BoundaryTests.code(at: BoundaryTests.second(after: start, -1)) == .notYetValid)
    }

    @Test func suspectsAClockMoreThanTwoHoursBeforeTheListWasIssued() throws {
        let issued = Sample.now
        let later = { (scenario: inout Scenario) in scenario.trust.issued = issued }
        let least = issued.adding(hours: -2)
        #expect(try BoundaryTests.code(at: least, later) == .valid)
        #expect(
            try BoundaryTests.code(at: BoundaryTests.second(after: least, -1), later)
                == .clockSuspect)
    }

    @Test func warnsAndRefusesFromTheInstantsTheListNames() throws {
        let dates = { (scenario: inout Scenario) in
            scenario.trust.warnAfter = Sample.now
            scenario.trust.refuseAfter = Sample.now.adding(hours: 5)
        }
        let before = { BoundaryTests.second(after: $0, -1) }
        #expect(try BoundaryTests.code(at: before(Sample.now), dates) == .valid)
        #expect(try BoundaryTests.code(at: Sample.now, dates) == .validListsAging)
        let end = Sample.now.adding(hours: 5)
        #expect(try BoundaryTests.code(at: before(end), dates) == .validListsAging)
        #expect(try BoundaryTests.code(at: end, dates) == .listsStale)
    }

    /// The day of issue counts, whatever the day of control.
    @Test func believesAKeyOnItsSigningDaysBothIncluded() throws {
        let today = Sample.today
        for (from, until, isGood) in [
            (today, today, true), (today.adding(days: 1), today.adding(days: 9), false),
            (today.adding(days: -9), today.adding(days: -1), false),
        ] {
            let code = try BoundaryTests.code(at: Sample.now) {
                $0.signFrom = from
                $0.signUntil = until
            }
            #expect(code == (isGood ? .valid : .keyWithdrawn))
        }
    }

    @Test func livesThreeMonthsAtMost() throws {
        let longest = try #require(Day("2027-02-01"))
        #expect(
            try BoundaryTests.code(at: Sample.now) { $0.token = .sample(lastDay: longest) }
                == .valid)
        #expect(
            try BoundaryTests.code(at: Sample.now) {
                $0.token = .sample(lastDay: longest.adding(days: 1))
            } == .malformed)
    }
}
