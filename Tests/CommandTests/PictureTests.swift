import Foundation
import TestSupport
import Testing

/// Pictures as other programs read and make them.
struct PictureTests {
    /// One letter; usual; and as long as fits a justificatif.
    private static let names = ["O", "LEFÈVRE-DUPRÉ", String(repeating: "Å", count: 70)]

    @Test(
        .enabled(if: Command.isInstalled("zbarimg")),
        arguments: Desk.allBlocks, [0, 1, 2])
    func anotherDecoderReadsTheExactText(_ kind: String, _ length: Int) throws {
        let desk = try Desk()
        let facts = try JSONSerialization.data(withJSONObject: Desk.facts(kind))
        let members = String(decoding: facts.dropFirst().dropLast(), as: UTF8.self)
        let claims = """
            {"family_name": "\(Self.names[length])", "first_given_name": "\(Self.names[length])",
             "birth_date": "1987-03-00", \(members)}
            """
        #expect(try desk.issue(claims).status == 0)
        for level in ["M", "Q"] {
            let path = desk.file("\(level).png")
            let drawn = try Command.issuer(
                "issue", "--key", desk.file("caf.key"), "--unregistered", "--claims",
                desk.file("proof.json"), "--at", Desk.day, "--ecc", level, "--out", path, "--text",
                desk.file("\(level).txt"))
            #expect(drawn.status == 0)
            let read = try Command.shell(
                "zbarimg -q --raw -Sdisable -Sqrcode.enable \(path) 2>/dev/null")
            #expect(read.output == desk.contents(of: "\(level).txt"))
        }
    }

    @Test(.enabled(if: Command.isInstalled("convert")))
    func readsJPEGAndTurnedPictures() throws {
        let desk = try Desk()
        try desk.issue()
        let png = desk.file("proof.png")
        for (options, name) in [
            ("-quality 40", "a.jpg"), ("-rotate 90 -quality 80", "b.jpg"), ("-rotate 180", "c.png"),
            ("-bordercolor white -border 200", "d.png"),
        ] {
            #expect(
                try Command.shell("convert \(png) \(options) \(desk.file(name))").status == 0)
            #expect(try desk.verify(desk.file(name)).verdicts == ["valid"], "\(name)")
        }
    }

    @Test(.enabled(if: Command.isInstalled("convert")))
    func twoDifferentProofsAreSeveralCodesAndTheSameTwiceIsOne() throws {
        let desk = try Desk()
        try desk.issue()
        try desk.issue(Desk.claims, as: "other")
        let (one, other) = (desk.file("proof.png"), desk.file("other.png"))
        #expect(
            try Command.shell("convert \(one) \(other) +append \(desk.file("two.png"))").status == 0
        )
        #expect(try desk.verify(desk.file("two.png")).verdicts == ["several-codes"])
        #expect(
            try Command.shell("convert \(one) \(one) -append \(desk.file("twice.png"))").status == 0
        )
        #expect(try desk.verify(desk.file("twice.png")).verdicts == ["valid"])
    }

    @Test(.enabled(if: Command.isInstalled("qrencode") && Command.isInstalled("dmtxwrite")))
    func codesOfOthersAreForeignAndIgnoredBesideOurs() throws {
        let desk = try Desk()
        try desk.issue()
        let wifi = desk.file("wifi.png")
        _ = try Command.shell("qrencode -o \(wifi) -s 6 'WIFI:T:WPA;S:Mairie;P:secret;;'")
        #expect(try desk.verify(wifi).verdicts == ["foreign-code"])
        let seal = desk.file("2ddoc.png")
        _ = try Command.shell("printf DC04FR000001 | dmtxwrite -d 8 -m 20 -o \(seal)")
        #expect(try desk.verify(seal).verdicts == ["foreign-code"])
        let both = desk.file("both.png")
        let append = "convert \(desk.file("proof.png")) \(wifi) +append \(both)"
        #expect(try Command.shell(append).status == 0)
        #expect(try desk.verify(both).verdicts == ["valid"])
    }

    @Test func aBlankPictureHasNoCode() throws {
        let desk = try Desk()
        let blank = desk.file("blank.png")
        _ = try Command.shell("convert -size 600x600 xc:white \(blank)")
        let object = try #require(try desk.verify(blank).objects.first)
        #expect(object["verdict"] as? String == "unreadable")
        #expect(object["reason"] as? String == "no-code")
    }

    @Test func theVectorPictureHoldsTheSameCode() throws {
        let desk = try Desk()
        try desk.issue()
        let svg = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--claims",
            desk.file("proof.json"), "--at", Desk.day, "--out", desk.file("proof.svg"))
        #expect(svg.status == 0)
        let text = String(decoding: desk.contents(of: "proof.svg") ?? [], as: UTF8.self)
        #expect(text.hasPrefix("<svg") || text.hasPrefix("<?xml"))
        #expect(try desk.verify(desk.file("proof.svg")).verdicts == ["valid"])
    }
}
