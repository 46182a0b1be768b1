package import Explaining
package import Proofs
package import Spooling

/// What a daemon is given of its surroundings.
package struct DaemonContext: Sendable {
    package let clock: DaemonClock
    package let log: EventLog
    package let manager: ServiceManager
    /// The version of the program, for the log.
    package let version: String
    /// That of the sentences in verdicts.
    package let language: Language

    package init(
        clock: DaemonClock, log: EventLog, manager: ServiceManager, version: String,
        _ language: Language
    ) {
        self.clock = clock
        self.log = log
        self.manager = manager
        self.version = version
        self.language = language
    }
}

/// Reads both clocks of the machine at once.
package struct DaemonClock: Sendable {
    private let read: @Sendable () -> SpoolMoment

    package init(_ read: @escaping @Sendable () -> SpoolMoment) { self.read = read }

    /// What both clocks say now.
    package var moment: SpoolMoment { read() }
    /// What the wall clock says now, in whole seconds.
    package var instant: Instant { moment.instant }
}

extension SpoolMoment {
    /// The wall clock's part, in whole seconds.
    var instant: Instant { Instant(seconds: wall / 1_000) }
}
