internal import ArgumentParser
internal import Console

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks for what would keep the daemon from working, and says what to do.",
        discussion:
            "Run it as the user of the daemon. Exit status: 0 all is well, 78 something to do.")

    @OptionGroup var options: SpoolOptions

    func run() throws {
        let settings = try options.settings()
        let findings =
            SpoolChecks.findings(settings) + ListChecks.findings(settings) + ReaderChecks.findings()
        for finding in findings {
            try Terminal.out("\(finding.isGood ? "ok " : "?? ") \(finding.what)")
            if let fix = finding.fix { try Terminal.out("    -> \(fix)") }
        }
        if !findings.allSatisfy(\.isGood) { throw ExitStatus.configuration }
    }
}

/// One thing that was looked at.
struct Finding {
    let what: String
    /// What to do; nil when all is well.
    let fix: String?

    var isGood: Bool { fix == nil }
    /// Both in one line.
    var line: String { what + (fix.map { " ; \($0)" } ?? "") }

    static func good(_ what: String) -> Finding { Finding(what: what, fix: nil) }
    static func bad(_ what: String, fix: String) -> Finding { Finding(what: what, fix: fix) }
}
