import Explaining
import Files
import Glibc
import ListFiles
import Lists
import Proofs
import Siblings
import Sodium
import TestSupport
import Testing
import Verification

@testable import Counter

/// A place opened by its lists folder, as every program opens it.
@Suite struct CounterDeskTests {
    private static func desk(
        _ folder: borrowing TemporaryFolder, recipients: [String] = [], isSimulated: Bool = false
    ) throws -> CounterDesk {
        try CounterDesk(
            lists: folder.path, recipients: recipients, isSimulated: isSimulated, SodiumCrypto())
    }

    private static func install(_ folder: borrowing TemporaryFolder) throws {
        let crypto = try SodiumCrypto()
        let lists = ListsFolder(folder.path)
        let trust = TrustBuilder()
        try lists.pin(trust.roots, crypto)
        let report = try lists.install(
            [ListOffer(name: "trust.cose", bytes: trust.bytes())], roots: trust.roots,
            at: Sample.now, crypto)
        #expect(report.hasAdopted)
    }

    @Test func judgesByTheListsOfItsFolder() throws {
        let folder = TemporaryFolder()
        try CounterDeskTests.install(folder)
        let desk = try CounterDeskTests.desk(folder)
        let verdict = desk.judge.verdict(onText: Scenario().text, at: Sample.now)
        #expect(verdict.code == .valid)
        #expect(desk.health(at: Sample.now).state == .ok)
    }

    @Test func refusesAFolderWithoutRoots() {
        let folder = TemporaryFolder()
        let path = folder.path
        #expect(throws: ListsFault.self) { try CounterDesk(lists: path, SodiumCrypto()) }
    }

    @Test func takesNewListsAndKeepsTheOldOnesWhenTheNewAreDamaged() throws {
        let folder = TemporaryFolder()
        let crypto = try SodiumCrypto()
        try ListsFolder(folder.path).pin(TrustBuilder().roots, crypto)
        var desk = try CounterDeskTests.desk(folder)
        #expect(desk.judge.verdict(onText: Scenario().text, at: Sample.now).code == .listsStale)
        #expect(CounterDeskTests.word(desk.refresh(at: Sample.now)) == "unchanged")
        try CounterDeskTests.install(folder)
        #expect(CounterDeskTests.word(desk.refresh(at: Sample.now)) == "loaded")
        #expect(desk.judge.verdict(onText: Scenario().text, at: Sample.now).code == .valid)
        _ = folder.write(Array("{".utf8), as: ListsFolder.stateName)
        #expect(CounterDeskTests.word(desk.reload()) == "kept")
        #expect(desk.judge.verdict(onText: Scenario().text, at: Sample.now).code == .valid)
    }

    /// Read again by nobody: it is our own note.
    @Test func writesDownTheTimeItHasSeen() throws {
        let folder = TemporaryFolder()
        try CounterDeskTests.install(folder)
        var desk = try CounterDeskTests.desk(folder)
        let later = Sample.now.adding(hours: 3)
        #expect(CounterDeskTests.word(desk.refresh(at: later)) == "unchanged")
        #expect(ListsFolder(folder.path).observed() == later)
        #expect(desk.lists.inForce.observed == later)
        #expect(CounterDeskTests.word(desk.refresh(at: later)) == "unchanged")
    }

    /// What the clock has said does not count for another instant than now.
    @Test func aSimulatedInstantIsNeverBehindTheClock() throws {
        let folder = TemporaryFolder()
        try CounterDeskTests.install(folder)
        var desk = try CounterDeskTests.desk(folder)
        _ = desk.refresh(at: Sample.now.adding(hours: 48))
        for (isSimulated, code) in [(false, VerdictCode.clockSuspect), (true, .valid)] {
            let again = try CounterDeskTests.desk(folder, isSimulated: isSimulated)
            #expect(again.judge.verdict(onText: Scenario().text, at: Sample.now).code == code)
        }
    }

    private static func word(_ refresh: CounterDesk.Refresh) -> String {
        switch refresh {
        case .unchanged: "unchanged"
        case .loaded: "loaded"
        case .kept: "kept"
        }
    }

    @Test(arguments: [
        ("JF1:ABC", "(text)"), (" jf1:abc", "(text)"), ("-", "-"), ("proof.png", "proof.png"),
        ("./JF1:ABC", "./JF1:ABC"),
    ])
    func tellsTextsFromPaths(argument: String, name: String) {
        #expect(CounterInput(argument).name == name)
    }

    /// A picture is told by its first bytes: the rest of 32 MiB is the reader's to read.
    @Test func refusesAFileAboveItsLimitByItsSize() throws {
        let folder = TemporaryFolder()
        let path = folder.write([0x89, 0x50, 0x4E, 0x47], as: "scan")
        let reading = InputReading(reader: nil)
        #expect(
            try reading.findings(in: .file(path)) == .failed(.notFound(path: "justificatif-reader"))
        )
        #expect(unsafe truncate(path, InputReading.byteLimit + 1) == 0)
        let fault = #expect(throws: FileFault.self) { try reading.findings(in: .file(path)) }
        #expect(fault?.code == .tooLarge)
    }

    /// A document goes to the reader as a picture does, and is blamed for nothing that fails there.
    @Test(arguments: ["%PDF-1.4\n", "II*\u{0}", "MM\u{0}*"])
    func aDocumentIsTheReadersToRead(beginning: String) throws {
        let folder = TemporaryFolder()
        let file = folder.write(Array(beginning.utf8), as: "scan")
        let findings = { (reader: PictureReader?) in
            try InputReading(reader: reader).findings(in: .file(file))
        }
        #expect(try findings(nil) == .failed(.notFound(path: "justificatif-reader")))
        let failing = try findings(PictureReader(path: "/bin/false"))
        #expect(failing == .failed(.ended(.exit(code: 1))) && failing.texts.isEmpty)
    }

    /// Each reason has words of its own: what helps one input is useless for another.
    @Test func saysOfEveryReasonWhatItMeans() {
        let reasons = NothingRead.allCases
        let rows = reasons.map { InputFault.unreadable("a.pdf", $0).explanation }
        #expect(rows.map(\.code) == reasons.map(\.rawValue))
        for language in Language.allCases {
            let words = rows.map { $0.words(language) }
            #expect(Set(words).count == reasons.count)
            #expect(words.allSatisfy { $0.hasPrefix("a.pdf") })
        }
    }

    @Test func saysOfAPictureWhatTheReaderSays() {
        let codes = UnreadableReason.allCases.map { NothingRead($0).rawValue }
        #expect(
            codes == [
                "not-a-picture", "too-large", "damaged", "out-of-memory", "too-many-pages",
                "pdf-disabled",
            ])
    }

    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47], "reader-missing", .configuration),
            ([0x00], "not-a-picture", .unread), ([], "empty", .unread),
        ] as [([UInt8], String, Cause)])
    func saysWhyThereAreNoTexts(bytes: [UInt8], code: String, cause: Cause) {
        let folder = TemporaryFolder()
        let path = folder.write(bytes, as: "scan")
        let fault = #expect(throws: InputFault.self) {
            try InputReading(reader: nil).texts(in: .file(path))
        }
        #expect(fault?.code == code)
        #expect(fault?.explanation.cause == cause)
        #expect(fault?.explanation.english.hasPrefix("\(path): ") == true)
    }
}
