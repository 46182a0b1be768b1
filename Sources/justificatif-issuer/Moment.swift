internal import Console
internal import Proofs

/// The instant a command works with: given, or read once from the system's clock.
enum Moment {
    static func parse(_ given: String?, option: String = "--at") throws(Failure) -> Instant {
        guard let given else { return Instant(seconds: SystemClock.seconds()) }
        guard let instant = Instant(given), instant.seconds >= 0 else {
            throw Failure(.refused, "\(option): give 2026-11-21 or 2026-11-21T09:30:00Z")
        }
        return instant
    }
}
