package import Explaining

/// One thing that was looked at.
package struct CheckResult: Equatable, Sendable {
    package let what: Wording
    /// What to do; nil when all is well.
    package let fix: Wording?

    /// Whether there is nothing to do.
    package var isGood: Bool { fix == nil }
    /// Both in one line.
    package func line(_ language: Language) -> String {
        what(language) + (fix.map { language(" ; ", "; ") + $0(language) } ?? "")
    }

    /// As a terminal shows them, what to do on a line of its own.
    package func lines(_ language: Language) -> [String] {
        ["\(isGood ? "ok " : "?? ") \(what(language))"]
            + [fix].compactMap { $0.map { "    -> \($0(language))" } }
    }

    /// All is well.
    package static func good(_ french: String, _ english: String) -> CheckResult {
        CheckResult(what: Wording(french, english), fix: nil)
    }

    /// Something is to be done, which `fix` says, with the command.
    package static func bad(_ french: String, _ english: String, fix: Wording) -> CheckResult {
        CheckResult(what: Wording(french, english), fix: fix)
    }

    /// What to do is a command, the same in every language.
    package static func bad(_ french: String, _ english: String, command: String) -> CheckResult {
        bad(french, english, fix: Wording(command, command))
    }
}
