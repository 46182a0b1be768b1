import Spooling
import Testing

/// The grammar of Spec/spool.md 2.
struct NameTests {
    @Test(arguments: [
        ("SCAN0001.pdf", "SCAN0001.pdf"), ("a b", "a%20b"), (".hidden", "%2Ehidden"),
        ("..", "%2E."), ("é", "%C3%A9"), ("100%", "100%25"), ("~", "%7E"), ("a/b", "a%2Fb"),
    ])
    func encodesAllButPlainBytes(_ name: String, _ encoded: String) {
        #expect(ScanName(encoding: Array(name.utf8)).description == encoded)
    }

    @Test(arguments: [159, 160, 161, 255])
    func cutsAtTheLimitWithAMark(_ count: Int) {
        let name = ScanName(encoding: [UInt8](repeating: 0x61, count: count))
        #expect(name.description.utf8.count == min(count, 160))
        #expect(name.isCut == (count > 160))
        #expect(name.isCut || name.decoded == [UInt8](repeating: 0x61, count: count))
    }

    @Test func tellsLongNamesApartThatBeginAlike() {
        let names = (0..<200).map { number in
            ScanName(encoding: Array((String(repeating: "é", count: 60) + " \(number)").utf8))
        }
        #expect(names.allSatisfy { $0.isCut && $0.description.utf8.count == 160 })
        #expect(Set(names).count == 200)
    }

    /// Worked out by hand from the definition of FNV-1a: its offset basis, then one round.
    @Test func marksACutNameWithTheHashOfTheWhole() {
        let empty = [UInt8](repeating: 0, count: 161)
        let hash = empty.reduce(0x811C_9DC5) { hash, _ in hash * 0x0100_0193 % 0x1_0000_0000 }
        let digits = String(hash, radix: 16)
        #expect(ScanName(encoding: empty).description.hasSuffix("~" + digits))
    }

    @Test(arguments: [[0x61], [0x2E, 0x25, 0xFF], Array("é/~ %41".utf8)] as [[UInt8]])
    func decodesWhatItEncoded(_ name: [UInt8]) {
        #expect(ScanName(encoding: name).decoded == name)
    }

    @Test func readsItsOwnNamesOnly() throws {
        let scan = try #require(ClaimedName("1790000000000-0042.a1.SCAN.pdf"))
        #expect(scan.description == "1790000000000-0042.a1.SCAN.pdf")
        #expect(scan.verdict.description == "SCAN.pdf.1790000000000-0042.json")
        #expect(VerdictName(scan.verdict.description) == scan.verdict)
        #expect(scan.sheet(.page).description == "SCAN.pdf.1790000000000-0042.html")
        #expect(VerdictName(scan.sheet(.text).description) == scan.sheet(.text))
        #expect(scan.nextAttempt.description == "1790000000000-0042.a2.SCAN.pdf")
        for other in [
            "", "x", "179000000000-0042.a1.x", "1790000000000-0042.a0.x",
            "1790000000000-0042.b1.x", "1790000000000-0042.a+1.x", "1790000000000-0042.a01.x",
            "1790000000000-0042.a1.", "1790000000000-0042.a1..x",
            "1790000000000-0042.a1.a/b", "-790000000000-0042.a1.x",
        ] {
            #expect(ClaimedName(other) == nil, "\(other)")
        }
        for other in [
            "x.json", "x.1790000000000-004.json", ".1790000000000-0042.json", "x",
            "x.1790000000000-0042.xml", "x.1790000000000-0042txt",
        ] {
            #expect(VerdictName(other) == nil, "\(other)")
        }
    }

    @Test func namesOfItsOwnAreNeverLongerThanAFileSystemTakes() throws {
        let name = ScanName(encoding: [UInt8](repeating: 0xFF, count: 255))
        let identifier = try #require(ArrivalIdentifier(milliseconds: 1, number: 1))
        let scan = ClaimedName(identifier: identifier, attempt: 9, name: name)
        #expect(scan.description.utf8.count <= 255 && scan.verdict.description.utf8.count <= 255)
    }

    @Test(arguments: [
        ".x", "~$x", "a.part", "a.PART", "Thumbs.db", "DESKTOP.INI", "a.pdf.filepart", "a.tmp",
        "a.crdownload", "a.PARTIAL", "a.pd~", "a.txt~", ".x/a", "b/a.tmp",
    ])
    func leavesNamesOfOtherProgramsAlone(_ name: String) {
        #expect(IgnoredNames().contains(Array(name.utf8)))
    }

    @Test(arguments: ["a.pdf", "part", "tmp", "a.tmp.pdf", "x/a.pdf", "a.upload"])
    func takesOtherNames(_ name: String) {
        #expect(!IgnoredNames().contains(Array(name.utf8)))
    }

    @Test func leavesNamesOfTheConfigurationAlone() {
        let ignored = IgnoredNames(endings: [".Upload"])
        #expect(ignored.contains(Array("a.UPLOAD".utf8)) && ignored.contains(Array("a.tmp".utf8)))
        #expect(!ignored.contains(Array("a.uploads".utf8)))
    }

    @Test func identifiersRiseWhateverTheClockDoes() throws {
        var numbering = ArrivalNumbering()
        let wall: [Int64] = [5_000, 5_000, 4_000, 6_000, 1]
        let given = wall.compactMap { numbering.next(atMilliseconds: $0) }
        #expect(given.count == 5 && given == given.sorted() && Set(given).count == 5)
        numbering.rise(above: try #require(ArrivalIdentifier("0000000009000-9999")))
        #expect(numbering.next(atMilliseconds: 7_000)?.description == "0000000009001-0000")
    }

    @Test func aClockNoNameCanHoldGivesNoIdentifier() {
        var numbering = ArrivalNumbering()
        let wall: [Int64] = [5_000, -1, 10_000_000_000_000, 5_000]
        let given = wall.map { numbering.next(atMilliseconds: $0)?.description }
        #expect(given == ["0000000005000-0000", nil, nil, "0000000005000-0001"])
    }
}
