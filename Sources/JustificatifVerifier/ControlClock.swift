internal import Glibc
internal import Proofs

/// What time it is at a place of control.
public enum ControlClock: Equatable, Sendable {
    /// The machine's clock, looked at for every check.
    case system
    /// Always this instant, for trials: verdicts say that they are simulated, and new lists are
    /// not looked for.
    case fixed(secondsSince1970: Int64)

    var isFixed: Bool { self != .system }

    var now: Instant {
        switch self {
        case .system: Instant(seconds: Int64(time(nil)))
        case .fixed(let seconds): Instant(seconds: seconds)
        }
    }
}
