import Proofs
import Register
import TestSupport
import Testing

struct RetentionTests {
    @Test func aDayIsOverWhenItsLongestJustificatifHasExpiredEverywhere() {
        let day = Sample.day(2026, 11, 30)
        let end = Sample.day(2027, 2, 28).start.adding(hours: 12)
        #expect(!Retention.isOver(day, at: Instant(seconds: end.seconds - 1)))
        #expect(Retention.isOver(day, at: end))
    }

    @Test func theFirstDayIsTheFirstThatIsNotOver() {
        for number in Sample.day(2023, 1, 1).number...Sample.day(2029, 1, 1).number {
            for hour: Int64 in [0, 11, 12, 23] {
                let instant = Day(number: number).start.adding(hours: hour)
                let first = Retention.firstDay(at: instant)
                #expect(!Retention.isOver(first, at: instant))
                #expect(Retention.isOver(first.adding(days: -1), at: instant))
                #expect((88...93).contains(number - first.number))
            }
        }
    }
}
