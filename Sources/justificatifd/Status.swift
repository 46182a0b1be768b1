internal import ArgumentParser
internal import Console
internal import Explaining
internal import JSONFields
internal import SpoolFiles
internal import SpoolService
internal import Spooling

struct Status: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says whether the daemon works, and what lies in the spool.",
        discussion: "Exit status: 0 it works, 70 it does not run or stands still, 74 disk trouble.")

    @OptionGroup var options: SpoolOptions
    @OptionGroup var speech: LanguageOptions

    @Flag(help: "One JSON object.")
    var json = false

    @Flag(help: "What personal data is on this disk, since when, and when it goes.")
    var privacy = false

    func run() throws {
        let settings = try options.settings()
        let survey: SpoolSurvey
        do throws(SpoolFault) {
            survey = try SpoolSurvey(settings.openFolders())
        } catch {
            let report = StatusReport(settings, nil, at: SystemClock.milliseconds())
            // An account that watches has no right to see the names of scans.
            if error.error == "EACCES", !privacy { return try tell(report) }
            throw unreadable(error, settings)
        }
        if privacy { return try tellPrivacy(settings, survey) }
        try tell(StatusReport(settings, survey, at: SystemClock.milliseconds()))
    }

    private func tell(_ report: StatusReport) throws {
        for line in json ? [report.object.line()] : report.lines(lang) { try Terminal.out(line) }
        if let status = exitStatus(report.state) { throw status }
    }

    private func tellPrivacy(_ settings: DaemonSettings, _ survey: SpoolSurvey) throws {
        let journal = settings.journal.map { JournalSurvey($0) }
        let rows = PrivacyReport(settings, survey, journal).rows
        let lines = json ? [JSONValue.array(rows.map(\.object)).line()] : rows.map { $0.text(lang) }
        for line in lines { try Terminal.out(line) }
    }

    private func unreadable(_ fault: SpoolFault, _ settings: DaemonSettings) -> Failure {
        Failure(
            fault.code, .files,
            "\(settings.spool) : illisible (\(fault.step), \(fault.error)) ; lancez le service "
                + "une fois, il crée ses dossiers, ou nommez-en un autre par --spool",
            "\(settings.spool): cannot be read (\(fault.step), \(fault.error)); start the "
                + "service once, which makes its folders, or name another by --spool")
    }

    /// Nil if it works.
    private func exitStatus(_ state: DaemonState) -> ExitStatus? {
        switch state {
        case .down, .stuck, .waiting: .fault
        case .fault, .full: .io
        case .starting, .running, .stopping: nil
        }
    }
}
