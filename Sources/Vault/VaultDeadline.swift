/// The look at two clocks at one moment.
package struct VaultTime: Equatable, Sendable {
    /// Of a clock that is never set back and goes on while the machine sleeps, in milliseconds.
    package let steadyMilliseconds: Int64
    /// Of the calendar, in seconds since 1970.
    package let wallSeconds: Int64

    package init(steadyMilliseconds: Int64, wallSeconds: Int64) {
        self.steadyMilliseconds = steadyMilliseconds
        self.wallSeconds = wallSeconds
    }
}

/// When something in the vault is wiped; nothing is put there without one (Spec/portal.md 4).
package struct VaultDeadline: Equatable, Sendable {
    private let steadyMilliseconds: Int64
    private let wallSeconds: Int64

    /// So many seconds after an answer was received, 1 to 900 by either clock.
    package init(answeredAt time: VaultTime, seconds: Int64) {
        let seconds = min(max(seconds, 1), 900)
        steadyMilliseconds = time.steadyMilliseconds + seconds * 1_000
        wallSeconds = time.wallSeconds + seconds
    }

    /// The earlier clock decides: one that was set back does not keep anything longer.
    package func hasPassed(at time: VaultTime) -> Bool {
        time.steadyMilliseconds >= steadyMilliseconds || time.wallSeconds >= wallSeconds
    }

    /// The whole seconds left, 0 if it has passed.
    package func secondsLeft(at time: VaultTime) -> Int64 {
        let steady = (steadyMilliseconds - time.steadyMilliseconds) / 1_000
        return max(0, min(steady, wallSeconds - time.wallSeconds))
    }
}
