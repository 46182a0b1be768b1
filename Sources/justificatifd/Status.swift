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
            throw Failure(
                error.code, .files,
                "\(settings.spool) : illisible (\(error.step), \(error.error)) ; lancez le service "
                    + "une fois, il crée ses dossiers, ou nommez-en un autre par --spool",
                "\(settings.spool): cannot be read (\(error.step), \(error.error)); start the "
                    + "service once, which makes its folders, or name another by --spool")
        }
        let report = StatusReport(settings, survey, at: SystemClock.milliseconds())
        if privacy {
            let journal = settings.journal.map { JournalSurvey($0) }
            let lines = PrivacyReport(settings, survey, journal).rows
            if json {
                try Terminal.out(JSONValue.array(lines.map(\.object)).line())
            } else {
                for line in lines { try Terminal.out(line.text(lang)) }
            }
            return
        }
        if json {
            try Terminal.out(report.object.line())
        } else {
            for line in report.lines(lang) { try Terminal.out(line) }
        }
        if let status = exitStatus(report.state) { throw status }
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
