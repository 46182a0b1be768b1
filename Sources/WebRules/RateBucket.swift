/// How many requests may come at once, and how many a second in the long run.
package struct RateBucket: Equatable, Sendable {
    private let capacity: Int
    private let perSecond: Int
    /// In thousandths of a request, so that no fraction is lost.
    private var left: Int64
    private var filledAt: Int64

    /// Full at first; `now` is in milliseconds of a clock that is not set back.
    package init(capacity: Int, perSecond: Int, at now: Int64) {
        self.capacity = capacity
        self.perSecond = perSecond
        left = Int64(capacity) * 1_000
        filledAt = now
    }

    /// Takes a request out; false if none is left.
    package mutating func take(at now: Int64) -> Bool {
        // More than a day fills any bucket.
        let passed = min(max(0, now - filledAt), 86_400_000)
        left = min(Int64(capacity) * 1_000, left + passed * Int64(perSecond))
        filledAt = max(filledAt, now)
        guard left >= 1_000 else { return false }
        left -= 1_000
        return true
    }
}
