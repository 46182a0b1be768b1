package import Explaining
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

/// One thing that was looked at.
package struct CheckResult: Equatable, Sendable {
    package let what: Wording
    /// What to do; nil when all is well.
    package let fix: Wording?

    /// Whether there is nothing to do.
    package var isGood: Bool { fix == nil }
    /// Both in one line.
    func line(_ language: Language) -> String {
        what(language) + (fix.map { language(" ; ", "; ") + $0(language) } ?? "")
    }

    static func good(_ french: String, _ english: String) -> CheckResult {
        CheckResult(what: Wording(french, english), fix: nil)
    }

    static func bad(_ french: String, _ english: String, fix: Wording) -> CheckResult {
        CheckResult(what: Wording(french, english), fix: fix)
    }

    /// What to do is a command, the same in every language.
    static func bad(_ french: String, _ english: String, command: String) -> CheckResult {
        bad(french, english, fix: Wording(command, command))
    }
}
