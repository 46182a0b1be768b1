import Foundation
import TestSupport
import Testing

/// `justificatif page` and `justificatif-issuer issue --page`.
struct PageCommandTests {
    private func page(_ desk: Desk, _ input: String, _ more: String...) throws -> Outcome {
        try Command.run(
            Command.path(of: "justificatif"),
            ["page", "--lists", desk.file("lists"), "--at", Desk.day, input] + more)
    }

    private func issue(_ desk: Desk, _ more: [String]) throws -> Outcome {
        let claims = desk.write(Array(Desk.claims.utf8), as: "claims.json")
        return try Command.run(
            Command.path(of: "justificatif-issuer"),
            [
                "issue", "--key", desk.file("caf.key"), "--at", Desk.day, "--claims", claims,
                "--lists", desk.file("lists"),
            ] + more)
    }

    @Test func anAcceptedPictureGetsItsPageInBothForms() throws {
        let desk = try Desk()
        try desk.issue()
        for (name, start) in [("page.pdf", "%PDF-1."), ("page.html", "<!DOCTYPE html>")] {
            let outcome = try page(desk, desk.file("proof.png"), "--out", desk.file(name))
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.lines == ["Justificatif authentique"])
            #expect(desk.contents(of: name)?.starts(with: start.utf8) == true)
            let attributes = try FileManager.default.attributesOfItem(atPath: desk.file(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "what states facts of a person")
        }
    }

    @Test func whatACounterRefusesGetsNoPageAndTheVerdictsStatus() throws {
        let desk = try Desk()
        try desk.issue()
        let late = try Command.verifier(
            "page", "--lists", desk.file("lists"), "--at", "2027-06-01", desk.file("proof.png"),
            "--out", desk.file("page.pdf"))
        #expect(late.status == 1)
        #expect(late.text.contains("Délai dépassé"))
        let other = try page(
            desk, desk.write(Array("bonjour".utf8), as: "other.txt"), "--out",
            desk.file("page.pdf"))
        #expect(other.status == 4)
        #expect(desk.contents(of: "page.pdf") == nil)
    }

    @Test func anExistingPageNeedsForce() throws {
        let desk = try Desk()
        try desk.issue()
        let out = desk.write([0], as: "page.pdf")
        #expect(try page(desk, desk.file("proof.txt"), "--out", out).status == 74)
        #expect(desk.contents(of: "page.pdf") == [0])
        #expect(try page(desk, desk.file("proof.txt"), "--out", out, "--force").status == 0)
        #expect(desk.contents(of: "page.pdf")?.count ?? 0 > 10_000)
    }

    @Test func onlyPDFAndHTMLAreWritten() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try page(desk, desk.file("proof.txt"), "--out", desk.file("page.docx"))
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("[page-ending]"))
    }

    @Test(
        .enabled(if: Command.isInstalled("pdftoppm")),
        arguments: Desk.allBlocks)
    func aPrintScannedAt150DotsAnInchIsAuthentic(_ kind: String) throws {
        let desk = try Desk()
        let sample = "\(Checkout.root)/Tests/Samples/claims-\(kind).json"
        let issued = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--at", Desk.day, "--claims",
            sample, "--lists", desk.file("lists"), "--page", desk.file("page.pdf"))
        #expect(issued.status == 0, "\(issued.errors)")
        let picture = desk.file("scan")
        _ = try Command.shell(
            "pdftoppm -r 150 -gray -singlefile -png \(desk.file("page.pdf")) \(picture)")
        #expect(try desk.verify("\(picture).png").verdicts == ["valid"])
    }

    @Test func issuingMakesBothPagesInOneGo() throws {
        let desk = try Desk()
        let outcome = try issue(
            desk,
            [
                "--unregistered", "--page", desk.file("a.pdf"), "--page", desk.file("a.html"),
                "--text", desk.file("a.txt"),
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(desk.contents(of: "a.pdf") != nil)
        let html = String(decoding: desk.contents(of: "a.html") ?? [], as: UTF8.self)
        #expect(html.contains("Caisse d’essai"))
        #expect(html.contains(desk.text("a")))
    }

    @Test func nothingIsIssuedThatTheSignedListsDoNotVouchFor() throws {
        let desk = try Desk(blocks: ["assurance-maladie"])
        let outcome = try issue(
            desk, ["--register", desk.file("caf.db"), "--page", desk.file("a.pdf")])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("out-of-scope"))
        #expect(desk.contents(of: "a.pdf") == nil)
        let stats = try Command.issuer("register", "stats", "--register", desk.file("caf.db"))
        #expect(!stats.text.contains("2026-11-21"), "\(stats.text)")
    }

    /// With the lists at hand, also without a page, alone and in a batch.
    @Test func whatEveryCounterWouldRefuseIsNotIssued() throws {
        let desk = try Desk(blocks: ["assurance-maladie"])
        let line = Desk.claims.split(separator: "\n").joined(separator: " ")
        let rows = desk.write(Array(line.utf8), as: "rows.jsonl")
        for words in [
            ["--claims", desk.write(Array(Desk.claims.utf8), as: "c.json"), "--text"],
            ["--batch", rows, "--out-dir"],
        ] {
            let outcome = try Command.run(
                Command.path(of: "justificatif-issuer"),
                [
                    "issue", "--key", desk.file("caf.key"), "--unregistered", "--at", Desk.day,
                    "--lists", desk.file("lists"),
                ] + words + [desk.file("out")])
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("[counter-would-refuse]"), "\(outcome.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: desk.file("out/000001.txt")))
    }

    @Test func aPageGoesWithoutABatch() throws {
        let desk = try Desk()
        let outcome = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--batch", "x.jsonl",
            "--out-dir", desk.file("out"), "--page", desk.file("a.pdf"))
        #expect(outcome.status == 64)
    }

    @Test func thePageProgramIsAFilter() throws {
        let desk = try Desk()
        try desk.issue()
        let text = desk.contents(of: "proof.txt") ?? []
        let arguments = ["--format", "html", "--lists", desk.file("lists"), "--at", Desk.day]
        let path = Command.path(of: "justificatif-page")
        let good = try Command.run(path, arguments, input: text)
        #expect(good.status == 0 && good.text.hasPrefix("<!DOCTYPE html>"))
        var broken = text
        broken[200] = broken[200] == 0x41 ? 0x42 : 0x41
        let bad = try Command.run(path, arguments, input: broken)
        #expect([1, 4].contains(bad.status) && bad.output.isEmpty)
    }
}
