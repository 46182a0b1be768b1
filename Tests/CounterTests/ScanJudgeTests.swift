import Counter
import Files
import Proofs
import Siblings
import TestSupport
import Testing
import Verification

/// What becomes of the content of a file when there is no reader for pictures.
@Suite struct ScanJudgeTests {
    static func judge() throws -> ScanJudge<Practice.Crypto> {
        ScanJudge(verifier: try Scenario().verifier(), reader: nil)
    }

    /// The verdict on the same bytes in a file and through a pipe.
    static func verdicts(on bytes: [UInt8]) throws -> [Verdict] {
        let folder = TemporaryFolder()
        let file = try Descriptor(reading: folder.write(bytes, as: "scan"))
        return [
            try judge().verdict(
                on: judge().reading.findings(in: file, named: "scan"), at: Sample.now),
            try judge().verdict(onBytes: bytes, at: Sample.now),
        ]
    }

    @Test(
        arguments: [
            (Scenario().text, VerdictCode.valid, nil), ("\r\n \(Scenario().text)\r\n", .valid, nil),
            ("", .unreadable, "empty"), (" \n", .unreadable, "empty"), ("hello", .foreignCode, nil),
            ("JF1:A", .malformed, "text-length@5"), ("JF2:A", .versionUnknown, "prefix"),
        ] as [(String, VerdictCode, String?)])
    func judgesText(text: String, code: VerdictCode, reason: String?) throws {
        for verdict in try ScanJudgeTests.verdicts(on: Array(text.utf8)) {
            #expect(verdict.code == code)
            #expect(verdict.reason == reason)
            #expect(verdict.checkedAt == Sample.now)
        }
    }

    @Test(arguments: [[0x00], [0x25, 0x50, 0x44, 0x46, 0xFF], [0x1B, 0x5B]] as [[UInt8]])
    func callsJunkUnreadable(bytes: [UInt8]) throws {
        for verdict in try ScanJudgeTests.verdicts(on: bytes) {
            #expect(verdict.code == .unreadable)
            #expect(verdict.reason == "not-a-picture")
        }
    }

    /// What scanners, editors and mail programs make of a text.
    @Test func readsOtherBytesInWhichThereIsAText() throws {
        let text = Scenario().text
        let utf16 = "\u{FEFF}\(text)\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let inputs: [[UInt8]] = [
            [0x02] + text.utf8 + [0x03], Array("]Q1".utf8) + text.utf8 + [0x1D], text.utf8 + [0],
            utf16, Array("d".utf8) + [0xE9] + Array("livré : \(text)".utf8),
        ]
        for bytes in inputs {
            for verdict in try ScanJudgeTests.verdicts(on: bytes) {
                #expect(verdict.code == .valid)
            }
            let line = try ScanJudgeTests.judge().reading.findings(inLine: bytes)
            #expect(line.texts == [text])
        }
    }

    @Test(
        arguments: [
            ([], .empty), ([0x00], .notAPicture), ([0x89, 0x50, 0x4E, 0x47], .notAPicture),
            ([UInt8](repeating: 0x41, count: 65_537), .tooLarge),
        ] as [([UInt8], NothingRead)])
    func readsNoPictureInALine(bytes: [UInt8], why: NothingRead) throws {
        let findings = try ScanJudgeTests.judge().reading.findings(inLine: bytes)
        #expect(findings == .unreadable(why))
    }

    @Test func findsATextBehindByteOrderMarks() throws {
        let text = Scenario().text
        for before in ["\u{FEFF}", "\u{FEFF}\u{FEFF}", " \u{FEFF}", "\u{FEFF} \u{FEFF}"] {
            for verdict in try ScanJudgeTests.verdicts(on: Array((before + text).utf8)) {
                #expect(verdict.code == .valid)
            }
        }
    }

    /// Two that Unicode calls equivalent are two, and the first of two equally bad is the worst.
    @Test func judgesEveryOneOfSeveralOnce() throws {
        let judge = try ScanJudgeTests.judge()
        let text = Scenario().text
        let accents = ["JF1:\u{E9}AAAA", "JF1:e\u{301}AAAA"]
        let findings = judge.reading.findings(inText: "\(text) \(text)\n\(accents[0])\(accents[1])")
        let verdicts = judge.verdicts(on: findings, at: Sample.now)
        #expect(verdicts.codes.map(\.verdict.code) == [.valid, .malformed, .malformed])
        #expect(verdicts.whole.reason == verdicts.codes[1].verdict.reason)
    }

    /// A page program has the text of one code, which no keyboard has typed.
    @Test func looksForNoScannerFaultsInTheTextOfACode() throws {
        let judge = try ScanJudgeTests.judge()
        let typed = "Bonjour, voici : \(Scenario().text)"
        #expect(judge.verdict(onText: typed, at: Sample.now).code == .valid)
        #expect(judge.verdict(onCode: typed, at: Sample.now).code == .foreignCode)
        #expect(judge.verdict(onCode: Scenario().text, at: Sample.now).code == .valid)
    }

    @Test func aFailedReaderIsTheVerdictOnAllOfAStack() throws {
        let verdicts = try ScanJudgeTests.judge().verdicts(on: .failed(.timedOut), at: Sample.now)
        #expect(verdicts.whole.code == .internalError && verdicts.codes.isEmpty)
        #expect(verdicts.whole.reason == "reader-timed-out")
    }

    @Test func saysWhatItSaysOfOneWhereThereIsNone() throws {
        let judge = try ScanJudgeTests.judge()
        let foreign = judge.verdicts(on: judge.reading.findings(inText: "HC1:6BF"), at: Sample.now)
        #expect(foreign.whole.code == .foreignCode && foreign.codes.isEmpty)
        let nothing = judge.verdicts(on: .pages([[], []]), at: Sample.now)
        #expect(nothing.whole.reason == "no-code" && nothing.codes.isEmpty)
    }

    @Test func blamesItselfForAMissingReader() throws {
        for verdict in try ScanJudgeTests.verdicts(on: [0x89, 0x50, 0x4E, 0x47]) {
            #expect(verdict.code == .internalError)
            #expect(verdict.reason == "reader-missing")
        }
    }

    @Test func refusesAFileLargerThanItsLimit() throws {
        #expect(InputReading.byteLimit == 32 * 1_024 * 1_024)
        let bytes = [UInt8](repeating: 0x20, count: InputReading.byteLimit + 1)
        let folder = TemporaryFolder()
        let file = try Descriptor(reading: folder.write(bytes, as: "scan"))
        let reading = try ScanJudgeTests.judge().reading
        do {
            let findings = try reading.findings(in: file, named: "scan")
            Issue.record("read as \(findings)")
        } catch {
            #expect(error.code == .tooLarge)
        }
    }
}
