internal import Glibc

/// An instant of the monotonic clock, which no one sets back.
package struct Deadline: Sendable {
    private let milliseconds: Int

    package init(seconds: Int) {
        milliseconds = Self.now() + 1000 * min(max(seconds, 0), 3600)
    }

    /// Milliseconds left, for poll; 0 when it has passed.
    package var remainingMilliseconds: Int32 {
        Int32(clamping: max(0, milliseconds - Self.now()))
    }

    private static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
