import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "How old an answer may be".
struct FreshnessTests {
    private func day(agedSeconds: Int64, now: Instant = Fixtures.now) throws -> Day {
        try Freshness.answerDay(
            fetchedAt: Instant(seconds: now.seconds - agedSeconds), now: now)
    }

    @Test func takesAnAnswerOfFifteenMinutesAndNotOneSecondMore() throws {
        #expect(try day(agedSeconds: 900) == Fixtures.today)
        #expect(throws: IssuingRefusal.answerTooOld) { try day(agedSeconds: 901) }
    }

    @Test func forgivesTwoMinutesBetweenClocksAndNotOneSecondMore() throws {
        #expect(try day(agedSeconds: -120) == Fixtures.today)
        #expect(throws: IssuingRefusal.answerFromFuture) { try day(agedSeconds: -121) }
    }

    @Test func theDayOfTheAnswerIsNeverAfterTheDayOfIssue() throws {
        let lastSecond = Instant(seconds: Fixtures.today.start.seconds - 1)
        #expect(try day(agedSeconds: -60, now: lastSecond) == lastSecond.day)
        let firstMinute = Instant(seconds: Fixtures.today.start.seconds + 60)
        #expect(try day(agedSeconds: 120, now: firstMinute) == lastSecond.day)
    }

    @Test func dataAsOfIsTheDayOfTheAnswer() throws {
        let evidence = try Fixtures.evidence(
            Fixtures.quotientFamilial(), fetchedAt: Instant(seconds: Fixtures.now.seconds - 900))
        #expect(evidence.claims.day(.dataAsOf) == Fixtures.today)
    }

    @Test func anOldAnswerIsRefusedBeforeItIsCompared() throws {
        #expect(throws: IssuingRefusal.answerTooOld) {
            try Fixtures.evidence(
                Fixtures.quotientFamilial(), persons: [],
                fetchedAt: Instant(seconds: Fixtures.now.seconds - 901))
        }
    }
}
