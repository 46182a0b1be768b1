internal import Glibc

/// The system's clock, read once by a program at its start.
package enum SystemClock {
    /// Seconds since 1970-01-01T00:00:00Z.
    package static func seconds() -> Int64 { Int64(time(nil)) }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    package static func milliseconds() -> Int64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }
}
