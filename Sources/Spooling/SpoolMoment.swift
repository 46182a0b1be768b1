/// One instant, by two clocks: the brain reads neither.
package struct SpoolMoment: Equatable, Sendable {
    /// Milliseconds since 1970: for names and for ages of days; may jump.
    package let wall: Int64
    /// Milliseconds of a clock that only rises: for waits.
    package let steady: Int64

    package init(wall: Int64, steady: Int64) {
        self.wall = wall
        self.steady = steady
    }
}
