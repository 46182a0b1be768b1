import Spooling
import Testing

/// What is kept too long, told from the number of an arrival (Spec/spool.md 5).
struct SweepRangeTests {
    private func arrival(_ milliseconds: Int64, _ number: Int = 0) throws -> ArrivalIdentifier {
        try #require(ArrivalIdentifier(milliseconds: milliseconds, number: number))
    }

    @Test(
        arguments: [(999, false), (1_000, true), (5_000, true), (5_001, false)] as [(Int64, Bool)])
    func isYoungBetweenWhatIsDueAndNow(_ milliseconds: Int64, _ isYoung: Bool) throws {
        let range = SweepRange(before: 1_000, now: 5_000)
        #expect(range.isYoung(try arrival(milliseconds)) == isYoung)
        #expect(range.isFuture(try arrival(milliseconds)) == (milliseconds > 5_000))
    }

    /// A time to keep that is longer than the clock is old.
    @Test func nothingIsDueBeforeTheBeginningOfTime() throws {
        let range = SweepRange(before: -1, now: -2)
        #expect(!range.holds(try arrival(0)))
        #expect(!range.isYoung(try arrival(0)))
    }

    @Test func holdsWhatIsDueFromItsFirstArrivalOn() throws {
        let range = SweepRange(from: try arrival(500, 7), before: 1_000, now: 5_000)
        #expect(!range.holds(try arrival(500, 6)))
        #expect(range.holds(try arrival(500, 7)))
        #expect(range.holds(try arrival(999, 9_999)))
        #expect(!range.holds(try arrival(1_000)))
        #expect(SweepRange(before: 1_000, now: 5_000).holds(try arrival(0)))
    }
}
