import Explaining
import Files
import Spooling
import TestSupport
import Testing

@testable import SpoolService

/// The configuration file of the daemon (Spec/spool.md 9).
@Suite struct DaemonSettingsTests {
    private static func settings(_ text: String) throws -> DaemonSettings {
        let folder = TemporaryFolder()
        return try DaemonSettings(folder.write(Array(text.utf8), as: "config.json"))
    }

    @Test func anEmptyFileChangesNothing() throws {
        let settings = try DaemonSettingsTests.settings("{}")
        #expect(settings.spool == "/var/spool/justificatif")
        #expect(settings.lists == "/var/lib/justificatif/lists")
        #expect(settings.roots == nil && settings.journal == nil && settings.metrics == nil)
        var usual = SpoolSettings()
        usual.workers = settings.brain.workers
        #expect((1...16).contains(usual.workers))
        #expect(settings.brain == usual)
    }

    @Test func itsSampleHasTheDefaults() throws {
        let sample = try DaemonSettings("\(Checkout.root)/contrib/justificatifd.json")
        #expect(try sample.brain == DaemonSettingsTests.settings("{}").brain)
    }

    @Test func takesEveryKeyInItsUnit() throws {
        let settings = try DaemonSettingsTests.settings(
            """
            {"spool": "/s", "lists": "/l", "roots": "/r", "workers": 3, "keep_input_minutes": 0,
             "keep_verdict_hours": 1, "keep_quarantine_days": 2, "free_mib": 5,
             "rescan_seconds": 6, "stop_seconds": 7, "settle_seconds": 8, "folder_levels": 2,
             "temporary_endings": [".part"], "drop_group": "d", "read_group": "g",
             "journal": "/j", "metrics": "/m.prom"}
            """)
        #expect(settings.spool == "/s" && settings.lists == "/l" && settings.roots == "/r")
        #expect(settings.dropGroup == "d" && settings.readGroup == "g")
        #expect(settings.journal == "/j" && settings.metrics == "/m.prom")
        var wanted = SpoolSettings()
        wanted.workers = 3
        wanted.keepInputMilliseconds = 0
        wanted.keepVerdictMilliseconds = 3_600_000
        wanted.keepQuarantineMilliseconds = 2 * 86_400_000
        wanted.freeBytes = 5 * 1_048_576
        wanted.rescanMilliseconds = 6_000
        wanted.stopWithinMilliseconds = 7_000
        wanted.settleMilliseconds = 8_000
        wanted.folderLevels = 2
        wanted.ignored = IgnoredNames(endings: [".part"])
        wanted.writesJournal = true
        #expect(settings.brain == wanted)
    }

    @Test(arguments: [
        (#""workers": 17"#, "workers", "0 to 16"),
        (#""keep_input_minutes": -1"#, "minutes", "0 to"),
        (#""keep_verdict_hours": 0"#, "keep_verdict_hours", "1 to 8760"),
        (#""temporary_endings": [""]"#, "temporary_endings", "1 to 32 bytes"),
        (#""metrics": "/m.txt""#, "metrics", ".prom"),
        (#""keep_inputs_minutes": 5"#, "keep_inputs_minutes", "keep_input_minutes"),
    ])
    func namesTheKeyThatIsWrongAndWhatItMayBe(member: String, key: String, advice: String) throws {
        let fault = try #require(throws: SettingsFault.self) {
            try DaemonSettingsTests.settings("{\(member)}")
        }
        let words = fault.explanation.english
        #expect(words.contains(key) && words.contains(advice))
    }

    @Test func theCommandLineWinsOverTheFile() throws {
        let folder = TemporaryFolder()
        let file = folder.write(Array(#"{"spool": "/s", "several": true}"#.utf8), as: "a.json")
        let settings = try DaemonSettings(file) { $0.spool = "/t" }
        #expect(settings.spool == "/t" && settings.several)
    }

    /// A line of the journal holds one verdict.
    @Test func writesNoSeveralVerdictsIntoAJournal() throws {
        let fault = try #require(throws: SettingsFault.self) {
            try DaemonSettingsTests.settings(#"{"several": true, "journal": "/j"}"#)
        }
        #expect(fault.code == "several-journal")
        let folder = TemporaryFolder()
        let file = folder.write(Array(#"{"several": true}"#.utf8), as: "a.json")
        #expect(throws: SettingsFault.severalInJournal) {
            try DaemonSettings(file) { $0.journal = "/j" }
        }
    }

    @Test func refusesAFileThatIsNotThere() {
        #expect(throws: FileFault.self) { try DaemonSettings("/nonexistent/config.json") }
    }
}
