import Explaining
import Files
import Issuing
import Office
import Proofs
import Register
import TestSupport
import Testing
import Wire

/// Every line of a batch gets its own answer, under its own number.
@Suite final class BatchIssuingTests {
    private let folder = TemporaryFolder()
    private static let good = """
        {"family_name": "TERRASSIER", "first_given_name": "Camille", "birth_date": "1988-05-14", \
        "qf": 742, "qf_month": "2026-11", "qf_source": "CNAF", "data_as_of": "2026-11-02"}
        """

    private func batch(
        today: Day = Sample.today, _ register: ProofRegister?, reported: Bool = false,
        terms: IssueTerms = IssueTerms(now: Sample.now)
    ) throws -> BatchIssuing<PracticeKey> {
        let desk = IssuingDesk(
            key: Practice.issuer, register: register, today: today, Practice.crypto)
        return BatchIssuing(
            desk: desk, terms: terms,
            folder: try BatchFolder(folder.file("out"), printer: ProofPrinter()),
            ledger: reported
                ? try BatchLedger(folder.file("report.csv"), kid: desk.kid) : nil,
            Practice.crypto)
    }

    /// What was reported, in order: `7 issued`, `8 json`, and how far reading was.
    private func run(
        _ lines: [String], today: Day = Sample.today, _ register: ProofRegister? = nil,
        reported: Bool = false, terms: IssueTerms = IssueTerms(now: Sample.now),
        stopAt: Int? = nil
    ) throws -> [String] {
        let batch = try batch(today: today, register, reported: reported, terms: terms)
        var events: [String] = []
        var asked = 0
        let isStopping = {
            asked += 1
            return asked == stopAt
        }
        let next = try batch.run(
            Array(lines.joined(separator: "\n").utf8), named: "batch", isStopping: isStopping
        ) { event in
            switch event {
            case .issued(_, let line): events.append("\(line.name) issued")
            case .notWritten(_, let line, let fault): events.append("\(line.number) \(fault.code)")
            case .known(let line): events.append("\(line.number) known")
            case .refused(let refusal, let line):
                events.append("\(line.number) \(refusal.code)")
                if line.place != "batch:\(line.number)" { events.append(line.place) }
            case .read(let lines, let all): if lines == all { events.append("\(all) read") }
            }
        }
        return events + (next.map { ["stopped before \($0)"] } ?? [])
    }

    /// Names in the folder of the files.
    private var written: [String] {
        ((try? Folders.names(in: folder.file("out"), limit: 1_000)) ?? [])
    }

    private var report: [String] {
        String(decoding: folder.contents(of: "report.csv") ?? [], as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    @Test func aBadLineLeavesAGapAndNotAShift() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        let events = try run([Self.good, "{", "", #"{"qff": 1}"#, Self.good, "  "], register)
        #expect(
            events == [
                "2 unexpected-end", "4 unknown-field", "000001 issued", "000005 issued", "6 read",
            ])
        #expect(try register.counts().map(\.issued) == [2])
    }

    /// 128 are registered at once, and the rest with the last line.
    @Test func registersInGroupsAndReportsAllOfThem() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        let events = try run([String](repeating: Self.good, count: 130), register)
        #expect(events.count == 131)
        #expect(events[0] == "000001 issued" && events[129] == "000130 issued")
        #expect(try register.counts().map(\.issued) == [130])
        #expect(written.count == 260)
    }

    @Test func aFactThatIsOverIsRefusedByItsLine() throws {
        let over = Self.good.replacing("2026-11\"", with: "2026-06\"")
        #expect(try run([over, Self.good]) == ["1 already-over", "000002 issued", "2 read"])
    }

    @Test func nothingIsReportedIfTheRegisterRefuses() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        #expect(throws: RegisterFault.self) {
            _ = try run([Self.good], today: Sample.today.adding(days: -1), register)
        }
        #expect(try register.counts().isEmpty)
    }

    @Test func stopsIfTheReportFails() throws {
        struct Stop: Error {}
        let batch = try batch(nil)
        #expect(throws: Stop.self) {
            _ = try batch.run(Array("{".utf8), named: "batch") { _ in throw Stop() }
        }
    }

    @Test func refusesALineWhoseFileIsThereBeforeItIsRegistered() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        #expect(try run([Self.good], register) == ["000001 issued", "1 read"])
        let events = try run([Self.good, Self.good], register)
        #expect(events == ["1 exists", "000002 issued", "2 read"])
        #expect(try register.counts().map(\.issued) == [2])
    }

    @Test func reportsWhichLineHasWhichReference() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        _ = try run(["{", Self.good], register, reported: true)
        let cells = report.map { $0.split(separator: ";").map(String.init) }
        #expect(cells.count == 2)
        #expect(cells[0] == ["line", "reference", "file", "last_day"])
        #expect(cells[1][0] == "2" && cells[1][2] == "000002.png")
        #expect(cells[1][3] == "2026-12-31")
        let reference = try Reference(text: cells[1][1])
        #expect(try register.rows(of: reference).count == 1)
    }

    /// Run again, it goes on: nothing is issued twice, and a line that was mended is done.
    @Test func goesOnFromItsReport() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        let lines = [Self.good, "{", Self.good, Self.good]
        let first = try run(lines, register, reported: true, stopAt: 4)
        #expect(
            first == ["2 unexpected-end", "000001 issued", "000003 issued", "stopped before 4"])
        let mended = [Self.good, Self.good, Self.good + "\r", Self.good]
        let second = try run(mended, register, reported: true)
        #expect(second == ["1 known", "3 known", "000002 issued", "000004 issued", "4 read"])
        #expect(try register.counts().map(\.issued) == [4])
        #expect(
            try run(mended, register, reported: true)
                == ["1 known", "2 known", "3 known", "4 known", "4 read"])
        #expect(report.count == 5)
    }

    /// A machine that stops between two steps leaves a row whose files were never written.
    @Test func writesWhatWasRegisteredAndNeverWritten() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        _ = try run([Self.good, Self.good], register, reported: true)
        let text = folder.contents(of: "out/000002.txt")
        let rows = report
        // As if the second line had got no further than the register, the day before.
        _ = folder.write(
            Array("\(rows[0])\n\(rows[1])\n2;half".utf8), as: "report.csv")
        for ending in ["png", "txt"] { try Folders.remove(folder.file("out/000002.\(ending)")) }
        folder.write([1], as: "out/000002.png.4711.tmp")
        let later = IssueTerms(now: Sample.now.adding(hours: 24))
        let events = try run(
            [Self.good, Self.good], today: Sample.today.adding(days: 1), register, reported: true,
            terms: later)
        #expect(events == ["1 known", "000002 issued", "2 read"])
        #expect(folder.contents(of: "out/000002.txt") == text)
        #expect(try register.counts().map(\.issued) == [2])
        #expect(report == rows)
        #expect(written.count == 4)
    }

    /// It is registered, so that the next run writes it and registers nothing.
    @Test func tellsALineThatCouldNotBeWrittenAndWritesItNextTime() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        let lines = ["{", Self.good]
        var told: [Int] = []
        _ = try batch(register, reported: true).run(
            Array(lines.joined(separator: "\n").utf8), named: "batch"
        ) { event in
            // Refusals of a group come before its files.
            if case .refused = event {
                #expect(Tool.run("rm -r '\(folder.file("out"))'").status == 0)
            }
            if case .notWritten(_, let line, _) = event { told.append(line.number) }
        }
        #expect(told == [2] && report.count == 1)
        let events = try run(lines, register, reported: true)
        #expect(events == ["1 unexpected-end", "000002 issued", "2 read"])
        #expect(try register.counts().map(\.issued) == [1])
    }

    /// No line after it would be signed either.
    @Test func stopsAtASignerThatFails() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        let batch = BatchIssuing(
            desk: IssuingDesk(
                key: FailingKey(), register: register, today: Sample.today, Practice.crypto),
            terms: IssueTerms(now: Sample.now),
            folder: try BatchFolder(folder.file("out"), printer: ProofPrinter()), Practice.crypto)
        #expect(throws: FailingKey.Fault.self) {
            _ = try batch.run(Array(Self.good.utf8), named: "batch") { _ in }
        }
        #expect(try register.counts().isEmpty && written.isEmpty)
    }

    @Test func refusesALineThatSaysSomethingElseNow() throws {
        let other = Self.good.replacing("Camille", with: "Claude")
        _ = try run([Self.good], nil, reported: true)
        let events = try run([other, Self.good], nil, reported: true)
        #expect(events == ["1 line-changed", "000002 issued", "2 read"])
    }

    @Test func neverIssuesAgainWhatWasCancelledOrHasOtherTerms() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        _ = try run([Self.good, Self.good], register, reported: true)
        let reference = try Reference(text: String(report[1].split(separator: ";")[1]))
        let row = try #require(try register.rows(of: reference).first)
        _ = try register.revoke(row.identifier, on: Sample.today, .unspecified)
        _ = folder.write(Array("\(report[0])\n".utf8), as: "report.csv")
        let terms = IssueTerms(now: Sample.now, lastDay: Sample.today.adding(days: 3))
        let events = try run([Self.good, Self.good], register, reported: true, terms: terms)
        #expect(events == ["1 line-cancelled", "2 line-other-terms", "2 read"])
    }

    @Test func takesNoOtherFileForItsReport() throws {
        _ = folder.write(Array("nom;prénom\n".utf8), as: "report.csv")
        #expect(throws: BatchRefusal.notAReport(folder.file("report.csv"))) {
            try run([Self.good], reported: true)
        }
        _ = folder.write([], as: "report.csv")
        _ = try run([Self.good], reported: true)
        try Folders.remove(folder.file("report.csv.journal"))
        #expect(throws: BatchRefusal.noJournal(folder.file("report.csv.journal"))) {
            try run([Self.good], reported: true)
        }
        _ = folder.write(
            Array("justificatif-batch/1 0000000000000000\n".utf8), as: "report.csv.journal")
        #expect(throws: BatchRefusal.otherJournal(folder.file("report.csv.journal"))) {
            try run([Self.good], reported: true)
        }
    }

    @Test(arguments: ["report.csv", "report.csv.journal"])
    func goesOnFromNothingThatIsDamaged(name: String) throws {
        _ = try run([Self.good], reported: true)
        folder.write((folder.contents(of: name) ?? []) + Array("line\n".utf8), as: name)
        let path = folder.file(name)
        #expect(
            throws: name == "report.csv"
                ? BatchRefusal.notAReport(path) : BatchRefusal.otherJournal(path)
        ) {
            try run([Self.good], reported: true)
        }
    }

    @Test func oneProgramWorksOnABatch() throws {
        let held = try batch(nil, reported: true)
        #expect(throws: FileFault.self) { try batch(nil, reported: true) }
        _ = held
    }

    // What a person is told.

    @Test func aTallyCountsAndNamesThePlaceOnce() throws {
        var tally = BatchTally()
        var told: [String] = []
        let batch = try batch(nil)
        _ = try batch.run(
            Array("\(Self.good)\n{}\nnonsense\n".utf8), named: "claims.jsonl"
        ) { event in
            if let row = tally.count(event) { told.append(row.line(.english)) }
        }
        #expect(tally.summary(.english) == "1 issued, 2 refused")
        #expect(tally.summary(.french) == "1 établis, 2 refusés")
        #expect(told.count == 2 && told.allSatisfy { $0.hasPrefix("claims.jsonl:") })
        #expect(told.allSatisfy { $0.ranges(of: "claims.jsonl").count == 1 })
        #expect(tally.bar == String(repeating: "█", count: 30) + " 4/4")
    }

    @Test func aTallyTellsWhatEarlierRunsIssued() throws {
        var tally = BatchTally()
        let register = try ProofRegister.openOrCreate(folder.file("register.db")).register
        for _ in 1...2 {
            tally = BatchTally()
            _ = try batch(register, reported: true).run(
                Array(Self.good.utf8), named: "claims.jsonl"
            ) { _ = tally.count($0) }
        }
        #expect(tally.summary(.english) == "0 issued, 0 refused, 1 before")
        #expect(tally.summary(.french) == "0 établis, 0 refusés, 1 déjà établis")
    }

    @Test func aStoppedBatchSaysHowToGoOn() {
        let note = { BatchTally.stopNote(before: 7, isReported: $0, $1) }
        #expect(note(true, .english) == "stopped before line 7; run the same command to go on")
        #expect(note(false, .english).contains("lines that are written are refused"))
        #expect(note(true, .french).hasPrefix("arrêté avant la ligne 7 ; relancez"))
        #expect(note(false, .french).contains("les lignes déjà écrites seront refusées"))
    }
}

/// A token that was pulled.
private struct FailingKey: Signing {
    struct Fault: SignerFault {
        let explanation = Explanation("pulled", .program, "retiré", "pulled")
    }

    let publicKey = Practice.issuer.publicKey

    func signature(for message: [UInt8]) throws -> Signature { throw Fault() }
}
