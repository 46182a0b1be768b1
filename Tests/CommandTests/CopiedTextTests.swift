import Foundation
import TestSupport
import Testing

/// Our own page, and what people make of a text before they hand it in (Spec/wedge.md 1.1).
struct CopiedTextTests {
    /// The page of a proof, as the citizen gets it.
    private static func page(_ desk: Desk, as name: String) throws -> String {
        let page = try Command.verifier(
            "page", "--lists", desk.file("lists"), "--at", Desk.day, desk.file("proof.txt"),
            "--out",
            desk.file(name))
        guard page.status == 0 else { throw Desk.Refused(page) }
        return desk.file(name)
    }

    @Test func theHTMLPageIsJudgedAsItsCode() throws {
        let desk = try Desk()
        try desk.issue()
        let page = try Self.page(desk, as: "page.html")
        #expect(try desk.verify(page).verdicts == ["valid"])
        let inspected = try Command.verifier("inspect", "--json", page)
        #expect(inspected.objects.first?["verified"] as? Bool == false)
        #expect(inspected.status == 0)
    }

    @Test(.enabled(if: Command.isInstalled("pdftotext")), arguments: ["", "-layout", "-raw"])
    func theTextCopiedFromThePDFIsJudgedAsItsCode(way: String) throws {
        let desk = try Desk()
        try desk.issue()
        let page = try Self.page(desk, as: "page.pdf")
        let copied = try Command.shell("pdftotext \(way) \(page) -")
        #expect(copied.text.contains("À contrôler au guichet"))
        #expect(try desk.verify(desk.write(copied.output, as: "copied.txt")).verdicts == ["valid"])
    }

    @Test(arguments: [
        "Bonjour,\nvoici mon justificatif :\n%\nCordialement,\nÉlodie\n", "> %", "%\u{A0}",
        "%\n\nBien à vous,\nÉlodie\n", "%\nMerci.", "%\n\nÉlodie\n", "%\n\nCamille",
        "%\n\n--\nCamille",
        "% Merci bien", "%.", "%\"", "%;TERRASSIER", "%</p>", "%<br>",
        "\u{200B}%", "\u{FEFF}]Q1%\r\n",
    ])
    func aMailIsJudgedAsItsCode(around: String) throws {
        let desk = try Desk()
        try desk.issue()
        let text = around.replacingOccurrences(of: "%", with: desk.text())
        #expect(try desk.verify(desk.write(Array(text.utf8), as: "mail")).verdicts == ["valid"])
    }

    @Test(arguments: ["]Q1%", "voici %", "> %", "\u{200B}%", "%.", "(%)"])
    func anArgumentThatHoldsATextIsJudgedAsItsCode(around: String) throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try desk.verify(around.replacingOccurrences(of: "%", with: desk.text()))
        #expect(outcome.verdicts == ["valid"])
        #expect(outcome.objects.first?["input"] as? String == "(text)")
    }

    @Test func noErrorRepeatsAText() throws {
        let desk = try Desk()
        try desk.issue()
        let (text, typed) = (
            desk.text(), desk.text().replacingOccurrences(of: "JF1:", with: "JF&M")
        )
        let secret = String(text.dropFirst(20).prefix(16))
        for line in [
            [text], ["verify", "--at", text, "a"], ["verify", "--lists", text, "a"],
            ["verify", "--lists", desk.file("lists"), typed], ["inspect", typed],
            ["verify", "--lists", desk.file("lists"), "--json", typed], ["inspect", "--\(text)"],
        ] {
            let outcome = try Command.run(Command.path(of: "justificatif"), line)
            #expect(outcome.status != 0)
            #expect(
                !outcome.errors.contains(secret) && !outcome.text.contains(secret), "\(line[0])")
        }
    }

    @Test func twoInOneMailAreSeveralAndEachIsJudgedIfAsked() throws {
        let desk = try Desk()
        try desk.issue()
        try desk.issue(as: "other")
        let mail = desk.write(
            Array("Deux :\n\(desk.text())\net\n\(desk.text("other"))\n".utf8), as: "mail")
        #expect(try desk.verify(mail).verdicts == ["several-codes"])
        let each = try desk.verify(mail, options: ["--json", "--several"])
        let codes = each.objects.first?["codes"] as? [[String: Any]] ?? []
        #expect(codes.compactMap { $0["verdict"] as? String } == ["valid", "valid"])
    }

    @Test func aMailThatSaysItTwiceIsCancelledByIt() throws {
        let desk = try RegisterDesk()
        try desk.issue()
        let text = String(decoding: desk.contents(of: "proof.txt") ?? [], as: UTF8.self)
        let mail = desk.write("Perdu :\n\(text)\n> Voici :\n> \(text)", as: "mail")
        #expect(try desk.revoke(mail, options: "--yes") == ["cancelled"])
    }
}
