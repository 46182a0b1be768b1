internal import Lists
internal import Spooling

/// A daemon at one moment: what its status file and its metrics are made of.
struct DaemonSnapshot: Sendable {
    let moment: SpoolMoment
    let state: DaemonState
    let outlook: SpoolOutlook
    let counts: VerdictCounts
    let lists: ListsInForce
    /// The disk announces no arrivals.
    let isPolling: Bool
}

/// How the daemon is: what it writes of itself, and what `status` finds.
package enum DaemonState: String, Sendable {
    case starting, running, full, fault, stopping
    /// There are no lists yet.
    case waiting
    /// No daemon holds the lock of the spool. Never written by a daemon.
    case down
    /// A daemon holds the lock and has not written its state for a while. Never written by one.
    case stuck

    init(_ brain: SpoolBrain) {
        self =
            switch brain.phase {
            case .closed, .recovering: .starting
            case .running: brain.isFull ? .full : .running
            case .fault: .fault
            case .stopping, .stopped: .stopping
            }
    }
}
