import Testing
import WebRules

@Suite struct RateBucketTests {
    /// What the bucket gives at each of these milliseconds.
    private func given(by bucket: RateBucket, at times: Int64...) -> [Bool] {
        var bucket = bucket
        return times.map { bucket.take(at: $0) }
    }

    @Test func givesWhatItHoldsThenWhatComesIn() {
        let bucket = RateBucket(capacity: 3, perSecond: 2, at: 1_000)
        #expect(
            given(by: bucket, at: 1_000, 1_000, 1_000, 1_000, 1_499, 1_500, 1_500)
                == [true, true, true, false, false, true, false])
    }

    @Test func neverHoldsMoreThanItsCapacity() {
        let bucket = RateBucket(capacity: 2, perSecond: 1_000, at: 0)
        #expect(given(by: bucket, at: .max, .max, .max, .max) == [true, true, false, false])
    }

    @Test func gainsNothingFromAClockThatIsSetBack() {
        let bucket = RateBucket(capacity: 1, perSecond: 1, at: 5_000)
        #expect(given(by: bucket, at: 5_000, 1_000, 5_999, 6_000) == [true, false, false, true])
    }
}
