package import Proofs
internal import Siblings

/// Looks for everything that would keep the daemon from working.
package enum DaemonChecks {
    /// To be asked as the user of the daemon; starts the reader of pictures once.
    package static func results(
        _ settings: DaemonSettings, at now: Instant
    ) -> [CheckResult] {
        SpoolChecks.results(settings) + ListChecks.results(settings, at: now)
            + ReaderChecks.results(PictureReader.installed)
    }
}

/// One thing that was looked at, in French.
package struct CheckResult: Equatable, Sendable {
    package let what: String
    /// What to do; nil when all is well.
    package let fix: String?

    /// Whether there is nothing to do.
    package var isGood: Bool { fix == nil }
    /// Both in one line.
    var line: String { what + (fix.map { " ; \($0)" } ?? "") }

    static func good(_ what: String) -> CheckResult { CheckResult(what: what, fix: nil) }
    static func bad(_ what: String, fix: String) -> CheckResult {
        CheckResult(what: what, fix: fix)
    }
}
