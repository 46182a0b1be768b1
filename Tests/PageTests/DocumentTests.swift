import Page
import Proofs
import TestSupport
import Testing

/// The PDF as other programs read it.
@Suite(.enabled(if: Tool.isInstalled("qpdf", "pdftotext", "pdffonts", "pdfinfo", "pdftoppm")))
final class DocumentTests {
    private let folder = TemporaryFolder()

    private func write(_ page: PageCase) throws -> String {
        folder.write(try PDFPage.bytes(of: page.proof.content()), as: "page.pdf")
    }

    @Test(arguments: PageCase.all)
    func isSoundAndItsFontsAreEmbedded(_ page: PageCase) throws {
        let file = try write(page)
        #expect(Tool.run("qpdf --check --warning-exit-0 \(file)").status == 0)
        let fonts = Tool.run("pdffonts \(file)").output.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts {
            // Type and encoding may be two words; the five columns at the end never are.
            #expect(Array(font.split(separator: " ").suffix(5))[0] == "yes", "\(font)")
            #expect(font.contains("DejaVuSans"))
        }
    }

    @Test(
        .enabled(if: Tool.isInstalled("zbarimg")),
        arguments: Tier.isLong ? PageCase.all : PageCase.people)
    func aScanAt150DotsAnInchIsRead(_ page: PageCase) throws {
        let file = try write(page)
        let picture = folder.file("scan")
        _ = Tool.run("pdftoppm -r 150 -gray -l 1 -singlefile -png \(file) \(picture)")
        let read = Tool.run("zbarimg -q --raw -Sdisable -Sqrcode.enable \(picture).png").output
        #expect(read.contains(try page.proof.content().token))
    }

    @Test(arguments: PageCase.all)
    func theTextOfTheCodeComesOutWhole(_ page: PageCase) throws {
        let text = Tool.run("pdftotext \(try write(page)) -").output
        let rest = text.firstRange(of: "JF1:").map { text[$0.lowerBound...] } ?? ""
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567:1"
        let token = rest.prefix { alphabet.contains($0) || $0.isWhitespace }
        #expect(token.filter { !$0.isWhitespace } == (try page.proof.content().token))
    }

    @Test(arguments: PageCase.all)
    func textComesOutInTheOrderOfReading(_ page: PageCase) throws {
        let content = try page.proof.content()
        let text = Tool.run("pdftotext -raw \(try write(page)) -").output
        var rest = letters(text)[...]
        let order =
            [content.title, content.statement] + content.facts
            + [content.issued, content.lastDay] + content.sections.map(\.heading)
        for part in order where !part.contains("'") {
            guard let range = rest.firstRange(of: letters(part)) else {
                Issue.record("\(part) is missing or too early")
                return
            }
            rest = rest[range.upperBound...]
        }
    }

    /// DejaVu has no letters for them: a box in a name would be nobody's name.
    @Test(arguments: ["\u{1EFC}", "\u{1EFD}", "\u{1EFE}", "\u{1EFF}"])
    func noNameIsPrintedWithABox(letter: String) throws {
        var claims = Sample.claims
        claims[.familyName] = Sample.name("A\(letter)B")
        let content = try Proof(claims: claims).content()
        let scalar = try #require(letter.unicodeScalars.first)
        #expect(throws: PageFault.letterMissing(scalar)) { try PDFPage.bytes(of: content) }
        #expect(String(decoding: try HTMLPage.bytes(of: content), as: UTF8.self).contains(letter))
    }

    @Test func everyOtherLetterOfNamesIsPrinted() throws {
        let letters =
            (0xC0...0x24F).filter { $0 != 0xD7 && $0 != 0xF7 } + Array(0x1E00...0x1EFB)
            + [0x259, 0x28C, 0x2BB, 0x2BC, 0x2C65, 0x2C7F, 0xA78B, 0xA78C]
        for start in stride(from: 0, to: letters.count, by: 80) {
            let name = letters[start..<min(start + 80, letters.count)]
                .compactMap(Unicode.Scalar.init).map(String.init).joined()
            var claims = Sample.claims
            claims[.familyName] = Sample.name(name)
            #expect(throws: Never.self) {
                try PDFPage.bytes(of: Proof(claims: claims).content())
            }
        }
    }

    @Test func isTaggedTitledAndDatedByTheProof() throws {
        let file = try write(PageCase("usual", Sample.claims))
        let facts = Tool.run("TZ=UTC pdfinfo \(file)").output
        #expect(facts.contains("Title:           Justificatif de quotient familial\n"))
        #expect(facts.contains("Tagged:          yes"))
        #expect(facts.contains("CreationDate:    Mon Nov  2 00:00:00 2026"))
        #expect(facts.contains("(A4)"))
        let tags = Tool.run("pdfinfo -struct \(file)").output
        for tag in ["Document", "H1", "H2", "P", "L", "LI", "Figure"] {
            #expect(tags.contains("\(tag) ") || tags.contains("\(tag)\n"), "\(tag)")
        }
        let title = facts.split(separator: "\n").first ?? ""
        #expect(!title.contains("TERRASSIER"))
    }

    /// What PDF/UA asks, as far as a program can see it.
    @Test(
        .enabled(if: Checkout.hasPythonPackage("pikepdf"), "pikepdf is not installed"),
        arguments: Tier.isLong ? PageCase.all : PageCase.people + [PageCase.cancellable])
    func assistiveToolsReadAllOfIt(_ page: PageCase) throws {
        let check = Tool.run("python3 \(Checkout.root)/scripts/check-pdf \(try write(page))")
        #expect(check.status == 0, "\(check.output)")
    }

    @Test func theCodeHasWords() throws {
        let bytes = try PDFPage.bytes(of: PageCase.cancellable.proof.content())
        let words = "Code QR à contrôler au guichet".utf16.map {
            String(Int($0) + 0x1_0000, radix: 16, uppercase: true).dropFirst()
        }
        #expect(String(decoding: bytes, as: UTF8.self).contains("/Alt <FEFF\(words.joined())"))
    }

    @Test func spacesBetweenLinesAreInTheTags() throws {
        let file = try write(PageCase("usual", Sample.claims))
        let tags = Tool.run("pdfinfo -struct-text \(file)").output
        #expect(tags.contains("Nom de naissance TERRASSIER"))
        #expect(tags.contains("novembre 2026. Utilisable"))
    }

    @Test func theSameProofGivesTheSameBytes() throws {
        let content = try Proof().content()
        let first = try PDFPage.bytes(of: content)
        #expect(try PDFPage.bytes(of: content) == first)
    }

    /// At 300 dots an inch every module is a square of whole dots, all black or all white.
    @Test func everyModuleHasWholeDotsOfThePrinter() throws {
        let file = try write(PageCase("usual", Sample.claims))
        let picture = folder.file("print")
        _ = Tool.run("pdftoppm -r 300 -gray -l 1 -singlefile \(file) \(picture)")
        let (width, height) = (2_480, 3_508)
        let bytes = folder.contents(of: "print.pgm") ?? []
        try #require(bytes.count > width * height)
        let pixels = Array(bytes.suffix(width * height))
        // A part of the page that holds nothing but modules.
        let places = (800..<1_100).flatMap { row in (1_750..<2_150).map { row * width + $0 } }
        let shades = Set(places.map { pixels[$0] })
        #expect(shades == [0, 255])
    }

    private func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
