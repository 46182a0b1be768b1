/// How much there is to do.
package struct SpoolOutlook: Equatable, Sendable {
    /// Files of `in/` that may be taken.
    package let waiting: Int
    /// Those, and the ones that may still be growing.
    package let known: Int
    /// Wall milliseconds since when the oldest of those that may be taken lies there.
    package let oldest: Int64?
    /// Claimed, not yet published.
    package let working: Int
    /// Nothing is claimed for want of room.
    package let isFull: Bool
}
