internal import Glibc

/// The machine's clocks; most programs read the first once, at their start.
package enum SystemClock {
    /// Seconds since 1970-01-01T00:00:00Z.
    package static func seconds() -> Int64 { Int64(time(nil)) }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    package static func milliseconds() -> Int64 { read(CLOCK_REALTIME) }

    /// Milliseconds of a clock that nobody sets back, for waits.
    package static func steadyMilliseconds() -> Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var now = timespec()
        unsafe clock_gettime(clock, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }
}
