import Explaining
import JSONFields
import Proofs
import SpoolFiles
import SpoolService
import Spooling
import TestSupport
import Testing

/// What `status` finds (Spec/spool.md 8) and what personal data there is (5).
@Suite struct StatusReportTests {
    private static func status(_ state: String, _ folder: ServiceFolder) {
        folder.write(
            """
            {"format": "justificatifd-status/1", "at": "\(Sample.now)", "state": "\(state)",
             "polling": true}
            """, as: "spool/status.json")
    }

    private static func report(_ folder: ServiceFolder) throws -> StatusReport {
        StatusReport(try folder.settings(), try folder.survey(), at: folder.moment.wall)
    }

    /// Who watches may read the status file and nothing else.
    @Test func withoutASurveyTheStatusFileAloneCounts() throws {
        let folder = try ServiceFolder()
        folder.write(
            """
            {"format": "justificatifd-status/1", "at": "\(Sample.now)", "state": "full",
             "polling": false, "waiting": 12, "working": 3, "refused": 2, "oldest_seconds": 40}
            """, as: "spool/status.json")
        let settings = try folder.settings()
        let report = StatusReport(settings, nil, at: folder.moment.wall)
        #expect(report.state == .full)
        #expect(
            report.lines(.french)[1] == "À contrôler : 12 ; en cours : 3 ; non lisibles : 2")
        #expect(report.lines(.english)[2].contains("for the rest: sudo justificatifd status"))
        var fields = try JSONFields(report.object, at: "status")
        #expect(try fields.optionalBool("limited") == true)
        #expect(try fields.integer("waiting") == 12)
        #expect(try fields.integer("oldest_seconds") == 40)
        let later = StatusReport(settings, nil, at: folder.moment.wall + 61_000)
        #expect(later.state == .stuck)
    }

    @Test func aDaemonThatHoldsNoLockIsDown() throws {
        let folder = try ServiceFolder()
        StatusReportTests.status("running", folder)
        let report = try StatusReportTests.report(folder)
        #expect(report.state == .down)
        #expect(
            report.lines(.french).first == "État : arrêté ; lancez : systemctl start justificatifd")
    }

    @Test(
        arguments: [
            ("starting", .starting, "démarre"), ("running", .running, "en marche"),
            ("stopping", .stopping, "s’arrête"), ("full", .full, "disque plein"),
            ("waiting", .waiting, "lancez : justificatif lists install"),
            ("fault", .fault, "refuse d’écrire"), ("nonsense", .stuck, "ne répond plus"),
        ] as [(String, DaemonState, String)])
    func aDaemonIsWhatItSaidLast(word: String, state: DaemonState, sentence: String) throws {
        let folder = try ServiceFolder()
        let lock = try SpoolLock(folder.path("spool"))
        StatusReportTests.status(word, folder)
        let report = try StatusReportTests.report(folder)
        #expect(report.state == state)
        #expect(report.lines(.french)[0].contains(sentence))
        #expect(report.lines(.french).contains { $0.contains("relu chaque seconde") })
        _ = consume lock
    }

    @Test func aDaemonThatHasNotSpokenForAMinuteIsStuck() throws {
        let folder = try ServiceFolder()
        let lock = try SpoolLock(folder.path("spool"))
        #expect(try StatusReportTests.report(folder).state == .stuck)
        StatusReportTests.status("running", folder)
        folder.pass(seconds: 59)
        #expect(try StatusReportTests.report(folder).state == .running)
        folder.pass(seconds: 1)
        #expect(try StatusReportTests.report(folder).state == .stuck)
        _ = consume lock
    }

    @Test func countsWhatIsInEachFolder() throws {
        let folder = try ServiceFolder()
        let scan = try folder.scan(1, millisecondsAgo: 60_000)
        folder.write("JF1:A", as: "spool/in/scan")
        folder.write(#"{"redacted":true}"#, as: "spool/verdicts/\(scan.verdict)")
        folder.write("x", as: "spool/quarantine/\(scan)")
        let report = try StatusReportTests.report(folder)
        let text = report.object.line()
        #expect(text.contains(#""state":"down""#))
        #expect(text.contains(#""redacted":{"files":1,"oldest":"#))
        #expect(report.lines(.french).contains("Quarantaine : 1"))
        #expect(
            report.lines(.french).contains {
                $0.hasPrefix("À contrôler : 1 (le plus ancien depuis")
            })
    }

    @Test func privacySaysSinceWhenAndUntilWhen() throws {
        let folder = try ServiceFolder()
        let scan = try folder.scan(1, millisecondsAgo: 60_000)
        folder.write("x", as: "spool/done/\(scan)")
        folder.write(
            #"{"verdict":"valid","claims":{}}"# + "\n", as: "spool/verdicts/\(scan.verdict)")
        let settings = try folder.settings(#""keep_input_minutes": 10, "keep_verdict_hours": 2"#)
        let report = PrivacyReport(settings, try folder.survey(), nil)
        let text = report.rows.map { $0.text(.french) }.joined(separator: "\n")
        #expect(text.contains("Numérisations à contrôler : 0 ; contrôlées dès"))
        #expect(text.contains("effacées après 10 min ; au plus tard le"))
        // Kept for two hours from its arrival a minute ago, and looked at a minute later at most.
        let gone = Sample.now.adding(hours: 2)
        #expect(text.contains("expurgés après 2 h ; au plus tard le \(gone)"))
        let english = report.rows.map { $0.text(.english) }.joined(separator: "\n")
        #expect(english.contains("Scans to be checked: 0; checked as soon"))
        #expect(english.contains("redacted after 2 h; at the latest \(gone)"))
        let codes = report.rows.map { $0.object.line() }
        #expect(
            codes.count == 6 && codes[3].contains(#""files":1,"#)
                && codes[3].contains(#""what":"verdicts""#))
        #expect(!text.contains("scan-1"))
    }

    @Test(arguments: [(true, "Lignes du journal : 1 depuis"), (false, "Lignes du journal (lu en")])
    func privacyCountsTheLinesOfAJournal(isFile: Bool, words: String) throws {
        let folder = try ServiceFolder()
        let scan = try folder.scan(1, millisecondsAgo: 0)
        let journal =
            isFile
            ? folder.write(
                #"{"verdict":"valid","arrival":"\#(scan.identifier)","claims":{}}"# + "\n",
                as: "journal") : folder.path("spool")
        let settings = try folder.settings(#""journal": "\#(journal)""#)
        let report = PrivacyReport(settings, try folder.survey(), JournalSurvey(journal))
        #expect(report.rows.last?.text(.french).hasPrefix(words) == true)
        #expect(report.rows.last?.text(.french).contains("sauf fichiers déjà collectés") == true)
    }
}
