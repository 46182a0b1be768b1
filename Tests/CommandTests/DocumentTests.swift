import Foundation
import TestSupport
import Testing

/// PDF scans, as a town hall's copier sends them.
@Suite(
    .enabled(
        if: Command.isInstalled("/usr/bin/pdftoppm") && Command.isInstalled("convert"),
        "poppler-utils or imagemagick is not installed"))
struct DocumentTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.issue()
    }

    private func pdf(_ pages: [HandPDF.Page]) -> String {
        desk.write(HandPDF(pages).bytes, as: "scan.pdf")
    }

    private func proof(_ name: String = "proof") throws -> HandPDF.Page {
        try HandPDF.Page(picture: desk.file("\(name).png"))
    }

    @Test func readsTheCodeOfAnyPage() throws {
        let outcome = try desk.verify(pdf([.blank, proof()]))
        #expect(outcome.verdicts == ["valid"])
        #expect(outcome.status == 0)
        let piped = try Command.verifier(
            "verify", "--lists", desk.file("lists"), "--at", Desk.day, "--json", "-",
            input: desk.contents(of: "scan.pdf") ?? [])
        #expect(piped.verdicts == ["valid"])
    }

    /// As some copiers and mail programs send it.
    @Test(arguments: ["\r\n", "\u{FEFF}", "Content-Type: application/pdf\r\n\r\n"])
    func readsADocumentBehindOtherBytes(before: String) throws {
        let bytes = try Array(before.utf8) + HandPDF([proof()]).bytes
        #expect(try desk.verify(desk.write(bytes, as: "late.pdf")).verdicts == ["valid"])
    }

    @Test func readsTheCodeOfAnyPageOfAFax() throws {
        let sheet = "-density 300 -units PixelsPerInch -background white -compress Group4"
        let made = try Command.shell(
            "convert -size 600x600 xc:white \(desk.file("proof.png")) \(sheet) \(desk.file("fax.tif"))"
        )
        #expect(made.status == 0)
        #expect(try desk.verify(desk.file("fax.tif")).verdicts == ["valid"])
    }

    @Test func saysToSaveWhatIsNotRead() throws {
        let heic = [0, 0, 0, 24] + Array("ftypheic".utf8) + [UInt8](repeating: 0, count: 12)
        let outcome = try desk.verify(desk.write(heic, as: "photo.heic"))
        #expect(outcome.objects.first?["reason"] as? String == "not-a-picture")
        let words = try desk.verify(desk.file("photo.heic"), options: [])
        #expect(words.text.contains("Enregistrez-le en PNG, JPEG ou PDF"))
    }

    @Test func countsTheSameCodeOfTwoPagesOnceAndTwoCodesAsSeveral() throws {
        #expect(try desk.verify(pdf([proof(), proof()])).verdicts == ["valid"])
        try desk.issue(Desk.claims, as: "other")
        #expect(try desk.verify(pdf([proof(), proof("other")])).verdicts == ["several-codes"])
    }

    @Test func judgesEveryCodeOfEveryPageWhenAsked() throws {
        try desk.issue(Desk.claims, as: "other", "--recipient", "Mairie")
        let scan = try pdf([proof(), .blank, proof("other"), proof()])
        let outcome = try desk.verify(
            scan, options: ["--json", "--several", "--recipient", "École"])
        let codes = outcome.objects.first?["codes"] as? [[String: Any]] ?? []
        #expect(codes.compactMap { $0["page"] as? Int } == [1, 3, 4])
        #expect(
            codes.compactMap { $0["verdict"] as? String } == ["valid", "wrong-recipient", "valid"])
        #expect(outcome.verdicts == ["wrong-recipient"])
        #expect(outcome.status == 1)
        let words = try desk.verify(scan, options: ["--several"])
        #expect(words.lines.filter { $0.hasPrefix("Page ") } == ["Page 1", "Page 3", "Page 4"])
        let nothing = try desk.verify(pdf([.blank]), options: ["--json", "--several"])
        #expect(nothing.verdicts == ["unreadable"])
        #expect((nothing.objects.first?["codes"] as? [Any])?.isEmpty == true)
    }

    @Test func saysWhyADocumentWasNotRead() throws {
        let whole = try HandPDF([proof()]).bytes
        let cases: [([UInt8], String)] = [
            (HandPDF([.blank]).bytes, "no-code"),
            (Array("%PDF-1.7\nnothing".utf8), "damaged"),
            (Array(whole.prefix(100)), "damaged"),
            (HandPDF(Array(repeating: .blank, count: 65)).bytes, "too-many-pages"),
        ]
        for (bytes, reason) in cases {
            let outcome = try desk.verify(desk.write(bytes, as: "odd.pdf"))
            #expect(outcome.verdicts == ["unreadable"])
            #expect(outcome.objects.first?["reason"] as? String == reason)
            #expect(outcome.status == 4)
        }
    }

    /// A machine without poppler-utils, which `strace` plays.
    @Test(.enabled(if: Command.isInstalled("strace"), "strace is not installed"))
    func saysThatThisMachineReadsNoPDF() throws {
        let outcome = try Command.shell(
            """
            strace -f -o /dev/null -P /usr/bin/pdftoppm -e trace=access \
            -e inject=access:error=ENOENT \(Command.path(of: "justificatif")) verify --json \
            --lists \(desk.file("lists")) --at \(Desk.day) \(try pdf([proof()]))
            """)
        #expect(outcome.verdicts == ["unreadable"])
        #expect(outcome.objects.first?["reason"] as? String == "pdf-disabled")
        let advice = outcome.objects.first?["advice"] as? String ?? ""
        #expect(advice.contains("ne lit pas les PDF"))
        #expect(outcome.status == 4)
    }

    /// Whatever size a page says it has, it is drawn with a bounded number of pixels.
    @Test func drawsAHugePageNoLarger() throws {
        var bytes = HandPDF([try proof()]).bytes
        let place = try #require(bytes.firstRange(of: Array("[0 0 595 842]".utf8)))
        // As many characters, so that the table of offsets stays true: 35 metres wide.
        bytes.replaceSubrange(place, with: Array("[0 0 99999 9]".utf8))
        let outcome = try desk.verify(desk.write(bytes, as: "huge.pdf"))
        #expect(outcome.verdicts == ["unreadable"])
    }
}
