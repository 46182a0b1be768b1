import Counter
import Explaining
import Glibc
import JSONFields
import ListFiles
import Sodium
import SpoolFiles
import Spooling
import TestSupport
import Testing

@testable import SpoolService

/// The loop in this process, turn by turn: a spool, its workers, and the clock of the test.
@Suite struct DaemonLoopTests {
    private static func loop(
        _ folder: ServiceFolder, _ members: String = "", _ language: Language = .french
    ) throws -> DaemonLoop {
        let settings = try folder.settings(
            "\"workers\": 2" + (members.isEmpty ? "" : ", \(members)"))
        guard let lock = try SpoolLock(settings.spool) else {
            throw SpoolFault(step: "lock", error: "held")
        }
        let counter = try CounterDesk(lists: settings.lists, SodiumCrypto())
        return try DaemonLoop(
            settings, lock, counter, folder.context(ServiceManager(nil), language))
    }

    /// A turn that waits for nothing: it is the test's clock that goes on.
    private static func turn(_ loop: inout DaemonLoop, _ requests: SignalSource.Request...) throws {
        let ringing = try Bell()
        ringing.ring()
        loop.turn(ringing.number) { requests }
    }

    /// Turns until `isDone`, or for long after it should have been.
    private static func turn(
        _ loop: inout DaemonLoop, _ folder: ServiceFolder, until isDone: () -> Bool
    ) throws {
        for _ in 0..<10_000 where !isDone() {
            folder.pass(seconds: 1)
            try turn(&loop)
            usleep(1_000)
        }
    }

    /// So many turns, a second apart.
    private static func turns(
        _ count: Int, _ loop: inout DaemonLoop, _ folder: ServiceFolder
    ) throws {
        for _ in 0..<count {
            folder.pass(seconds: 1)
            try turn(&loop)
        }
    }

    private static func stop(_ loop: inout DaemonLoop) throws {
        try turn(&loop, .stop)
        for _ in 0..<10_000 where !loop.isStopped {
            try turn(&loop)
            usleep(1_000)
        }
        let isStopped = loop.isStopped
        #expect(isStopped)
    }

    private static func verdicts(_ folder: ServiceFolder) -> [String] {
        folder.names("spool/verdicts")
    }

    /// Beside the answers, once, and until the folder is gone.
    @Test func tellsClerksOfAFolderThatIsLeft() throws {
        let folder = try ServiceFolder()
        unsafe _ = mkdir(folder.path("spool/in/lot du 3"), 0o770)
        unsafe _ = mkdir(folder.path("spool/in/lot du 3/sous\u{1B}"), 0o770)
        var loop = try DaemonLoopTests.loop(folder)
        loop.start()
        let notice = "spool/verdicts/\(LeftFolders.name)"
        try DaemonLoopTests.turn(&loop, folder) { folder.text(notice) != nil }
        let text = try #require(folder.text(notice))
        #expect(text.contains("\n- lot du 3/sous"), "\(text)")
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("Déposez les fichiers eux-mêmes."))
        // A clerk takes it away: it was read.
        unsafe _ = unlink(folder.path(notice))
        try DaemonLoopTests.turns(30, &loop, folder)
        #expect(DaemonLoopTests.verdicts(folder) == [])
        unsafe _ = mkdir(folder.path("spool/in/lot du 3/autre"), 0o770)
        try DaemonLoopTests.turn(&loop, folder) { folder.text(notice) != nil }
        #expect(folder.text(notice)?.contains("\n- lot du 3/autre\n") == true)
        unsafe _ = rmdir(folder.path("spool/in/lot du 3/autre"))
        unsafe _ = rmdir(folder.path("spool/in/lot du 3/sous\u{1B}"))
        try DaemonLoopTests.turn(&loop, folder) { folder.text(notice) == nil }
        #expect(DaemonLoopTests.verdicts(folder) == [])
        try DaemonLoopTests.stop(&loop)
    }

    @Test func judgesWhatIsDroppedAndSaysSo() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(folder, #""metrics": "\#(folder.path("m.prom"))""#)
        loop.start()
        folder.write(Scenario().text, as: "spool/in/good")
        folder.write("hello", as: "spool/in/other")
        unsafe _ = symlink("/etc/passwd", folder.path("spool/in/link"))
        try DaemonLoopTests.turn(&loop, folder) { DaemonLoopTests.verdicts(folder).count == 3 }
        folder.pass(seconds: 60)
        try DaemonLoopTests.turn(&loop)
        let verdicts = DaemonLoopTests.verdicts(folder).map {
            folder.text("spool/verdicts/\($0)") ?? ""
        }
        #expect(verdicts.count == 3)
        #expect(verdicts[0].contains(#""verdict":"valid""#), "good comes first by its name")
        #expect(verdicts[1].contains(#""reason":"not-a-file""#))
        #expect(verdicts[1].contains("C’est un raccourci"))
        #expect(verdicts[2].contains(#""verdict":"foreign-code""#))
        #expect(folder.text("m.prom")?.contains(#"total{code="valid"} 1"#) == true)
        #expect(folder.text("spool/status.json")?.contains("\"running\"") == true)
        try DaemonLoopTests.stop(&loop)
        let events = folder.log.compactMap { $0.firstMatch(of: /"event":"([a-z-]+)"/)?.1 }
        #expect(events.prefix(3) == ["lists-loaded", "recovered", "started"])
        #expect(events.contains("verdicts") && events.contains("quarantined"))
        #expect(events.suffix(2) == ["stopping", "stopped"])
        #expect(!folder.log.contains { $0.contains("good") || $0.contains("JF1:") })
    }

    @Test func writesLinesToAJournalAndOpensItAnewWhenAsked() throws {
        let folder = try ServiceFolder()
        let journal = folder.path("journal")
        var loop = try DaemonLoopTests.loop(folder, #""journal": "\#(journal)""#)
        loop.start()
        let lines = { (name: String) in
            (folder.text(name) ?? "").split(separator: "\n").count
        }
        folder.write("hello", as: "spool/in/first")
        try DaemonLoopTests.turn(&loop, folder) { lines("journal") == 1 }
        unsafe _ = rename(journal, folder.path("collected"))
        try DaemonLoopTests.turn(&loop, .reload)
        folder.write("hello", as: "spool/in/second")
        try DaemonLoopTests.turn(&loop, folder) { lines("journal") == 1 }
        #expect(lines("collected") == 1 && lines("journal") == 1)
        #expect(folder.text("journal")?.contains(#""arrival":"#) == true)
        #expect(folder.log.count { $0.contains("\"lists-loaded\"") } == 2)
        #expect(DaemonLoopTests.verdicts(folder) == [])
        try DaemonLoopTests.stop(&loop)
    }

    /// A line says nothing of a person once the time of verdicts is over.
    @Test func takesPersonsOutOfTheJournalWhenTheirTimeIsOver() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(
            folder, #""journal": "\#(folder.path("journal"))", "keep_verdict_hours": 1"#)
        loop.start()
        folder.write(Scenario().text, as: "spool/in/good")
        try DaemonLoopTests.turn(&loop, folder) { folder.text("journal")?.isEmpty == false }
        #expect(folder.text("journal")?.contains("TERRASSIER") == true)
        folder.pass(seconds: 3 * 3_600)
        try DaemonLoopTests.turn(&loop, folder) {
            folder.text("journal")?.contains("TERRASSIER") == false
        }
        #expect(folder.text("journal")?.contains(#""verdict":"valid""#) == true)
        #expect(folder.text("journal")?.contains("claims") == false)
        try DaemonLoopTests.stop(&loop)
    }

    @Test func aJournalThatCannotBeOpenedAnewIsAFaultThatItTells() throws {
        let folder = try ServiceFolder()
        unsafe _ = mkdir(folder.path("logs"), 0o700)
        var loop = try DaemonLoopTests.loop(folder, #""journal": "\#(folder.path("logs/j"))""#)
        loop.start()
        try DaemonLoopTests.turn(&loop)
        unsafe _ = rename(folder.path("logs"), folder.path("moved"))
        try DaemonLoopTests.turn(&loop, .reload)
        #expect(
            folder.log.contains { $0.contains(#""event":"spool-fault","step":"open-journal""#) },
            "\(folder.log)")
        unsafe _ = rename(folder.path("moved"), folder.path("logs"))
        try DaemonLoopTests.stop(&loop)
    }

    @Test func metricsThatCannotBeWrittenStopNothing() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(
            folder, #""metrics": "\#(folder.path("nowhere/m.prom"))""#)
        loop.start()
        try DaemonLoopTests.turn(&loop)
        #expect(folder.log.contains { $0.contains(#""error":"ENOENT","event":"metrics-fault""#) })
        folder.write("hello", as: "spool/in/other")
        try DaemonLoopTests.turn(&loop, folder) { DaemonLoopTests.verdicts(folder).count == 1 }
        #expect(DaemonLoopTests.verdicts(folder).count == 1)
        try DaemonLoopTests.stop(&loop)
    }

    @Test func damagedListsLeaveThoseFromBeforeInForce() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(folder)
        loop.start()
        folder.write("{", as: "lists/\(ListsFolder.stateName)")
        try DaemonLoopTests.turn(&loop, .reload)
        #expect(folder.log.contains { $0.contains("\"lists-kept\"") && $0.contains("state.json") })
        folder.write(Scenario().text, as: "spool/in/good")
        try DaemonLoopTests.turn(&loop, folder) { DaemonLoopTests.verdicts(folder).count == 1 }
        let verdict = folder.text("spool/verdicts/\(DaemonLoopTests.verdicts(folder).first ?? "")")
        #expect(verdict?.contains(#""verdict":"valid""#) == true)
        try DaemonLoopTests.stop(&loop)
    }

    /// The scan stays until its verdict can be written.
    @Test func aVerdictThatCannotBeWrittenIsAFaultThatItTells() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(folder)
        loop.start()
        #expect(unsafe rmdir(folder.path("spool/verdicts")) == 0)
        folder.write("hello", as: "spool/in/other")
        try DaemonLoopTests.turn(&loop, folder) {
            folder.log.contains { $0.contains(#""error":"ENOENT","event":"spool-fault""#) }
        }
        #expect(
            folder.log.contains { $0.contains(#""error":"ENOENT","event":"spool-fault""#) },
            "\(folder.log)")
        #expect(folder.names("spool/done").isEmpty)
        #expect(folder.names("spool/work").contains { $0.contains("other") })
        try DaemonLoopTests.stop(&loop)
    }

    @Test func hasAdviceOfItsOwnForEachThingThatIsNoFile() {
        let advice = [NoFile.link, .folder, .severalNames, .device].map(\.advice)
        #expect(Set(advice.map(\.french)).count == 4 && Set(advice.map(\.english)).count == 4)
        #expect(NoFile.folder.advice.french.contains("déposez les fichiers qu’il contient"))
    }

    /// What cannot be looked at is named, and the advice says what to do.
    @Test func namesAFileThatIsTooLargeOneOfTwoNamesAndOneThatIsNone() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(folder)
        loop.start()
        let large = folder.write("", as: "large")
        #expect(unsafe truncate(large, InputReading.byteLimit + 1) == 0)
        unsafe _ = rename(large, folder.path("spool/in/large"))
        let twice = folder.write("hello", as: "twice")
        unsafe _ = link(twice, folder.path("spool/in/twice"))
        unsafe _ = mkfifo(folder.path("spool/in/zpipe"), 0o660)
        try DaemonLoopTests.turn(&loop, folder) { DaemonLoopTests.verdicts(folder).count == 3 }
        let verdicts = DaemonLoopTests.verdicts(folder).compactMap {
            folder.text("spool/verdicts/\($0)")
        }
        try #require(verdicts.count == 3)
        #expect(verdicts[0].contains(#""reason":"too-large""#))
        #expect(verdicts[1].contains(#""reason":"not-a-file""#))
        #expect(verdicts[1].contains("lien physique"))
        #expect(verdicts[2].contains(#""reason":"not-a-file""#))
        #expect(verdicts[2].contains("Ce n’est pas un fichier"))
        try DaemonLoopTests.stop(&loop)
    }

    /// Spec/verdicts.md 3: sentences are in the language asked for; codes are never translated.
    @Test func writesVerdictsInTheLanguageAskedFor() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(folder, "", .english)
        loop.start()
        folder.write(Scenario().text, as: "spool/in/good")
        unsafe _ = symlink("/etc/passwd", folder.path("spool/in/link"))
        try DaemonLoopTests.turn(&loop, folder) { DaemonLoopTests.verdicts(folder).count == 2 }
        let verdicts = DaemonLoopTests.verdicts(folder).compactMap {
            folder.text("spool/verdicts/\($0)")
        }
        try #require(verdicts.count == 2)
        #expect(verdicts[0].contains(#""headline":"Authentic""#))
        #expect(verdicts[1].contains(#""reason":"not-a-file""#))
        #expect(verdicts[1].contains("This is a link and not a file"))
        #expect(verdicts.allSatisfy { !$0.contains("Justificatif") && !$0.contains("déposez") })
        try DaemonLoopTests.stop(&loop)
    }

    @Test func tellsTheManagerThatItIsReady() throws {
        let folder = try ServiceFolder()
        let path = folder.path("notify")
        let listener = try NotifyListener(path)
        let settings = try folder.settings()
        guard let lock = try SpoolLock(settings.spool) else {
            throw SpoolFault(step: "lock", error: "held")
        }
        var loop = try DaemonLoop(
            settings, lock, CounterDesk(lists: settings.lists, SodiumCrypto()),
            folder.context(ServiceManager(path)))
        loop.start()
        try DaemonLoopTests.turn(&loop)
        try DaemonLoopTests.stop(&loop)
        let told = listener.messages
        #expect(told.starts(with: ["READY=1", "WATCHDOG=1"]) && told.contains("STOPPING=1"))
    }

    @Test func aSpoolThatGoesAwayIsAFaultThatItTells() throws {
        let folder = try ServiceFolder()
        var loop = try DaemonLoopTests.loop(folder)
        loop.start()
        unsafe _ = rename(folder.path("spool/work"), folder.path("moved"))
        try DaemonLoopTests.turn(&loop, folder) {
            folder.log.contains { $0.contains("spool-fault") }
        }
        #expect(folder.log.contains { $0.contains("spool-fault") })
        try DaemonLoopTests.stop(&loop)
    }
}
