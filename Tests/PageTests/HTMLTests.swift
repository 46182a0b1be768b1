import FoundationEssentials
import Page
import TestSupport
import Testing
import Wire

/// The HTML page as browsers and assistive tools take it.
final class HTMLTests {
    private let folder = TemporaryFolder()

    private func html(_ page: PageCase) throws -> String {
        String(decoding: try HTMLPage.bytes(of: page.proof.content()), as: UTF8.self)
    }

    @Test(.enabled(if: Tool.isInstalled("python3")), arguments: PageCase.all)
    func isOneSoundAccessibleDocument(_ page: PageCase) throws {
        let file = folder.write(Array(try html(page).utf8), as: "page.html")
        let check = Tool.run("python3 \(Checkout.root)/scripts/check-page \(file)")
        #expect(check.status == 0, "\(check.output)")
    }

    @Test func markupOfOthersStaysText() throws {
        let page = try #require(PageCase.all.first { $0.testDescription == "markup" })
        let text = try html(page)
        #expect(!text.contains("<script"))
        #expect(!text.contains("alert('"))
        #expect(text.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;q"))
    }

    @Test func apostrophesAndAmpersandsOfTheClaimsAreEscaped() throws {
        let page = try #require(PageCase.all.first { $0.testDescription == "recipient with signs" })
        #expect(try html(page).contains("<dd>L&#39;Été &amp; Cie (St-Malo), 1/2 : B.</dd>"))
    }

    @Test func nothingIsLoadedRunOrSent() throws {
        let text = try html(PageCase("usual", Sample.claims))
        #expect(text.contains("default-src 'none'"))
        for sign in ["<script", "src=", "href=", "url(", "@import", "style=", "<form", "http:"] {
            let own = text.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!own.contains(sign), "\(sign)")
        }
    }

    /// The bytes of the signed entry, and nothing that is loaded.
    @Test func theLogoIsInsideOfThePage() throws {
        let text = try html(.withLetterhead)
        let logo = Base64.encode(Sample.logoFile)
        #expect(text.contains("width=\"60\" height=\"20\" src=\"data:image/png;base64,\(logo)\">"))
        #expect(text.contains("default-src 'none'; img-src data:; style-src"))
        #expect(text.contains("<p>59000 Lille</p>"))
    }

    /// Usual pages, with their slip and the words of their issuer.
    @Test(
        .enabled(if: Tool.isInstalled("chromium", "pdfinfo", "pdftoppm", "zbarimg")),
        arguments: ["qf", "rfr", "registered_on", "base_rights_open_on"])
    func printsOnOneSheetThatIsRead(label: String) throws {
        var page = try #require(PageCase.facts.first { $0.testDescription == label })
        page.revocationList = "caf"
        page.contact = "03 00 00 00 00"
        page.notice =
            "Une phrase de droit, assez longue pour tenir deux lignes de la page imprimée."
        let file = folder.write(Array(try html(page).utf8), as: "page.html")
        let printed = browse("--no-pdf-header-footer --print-to-pdf=", "printed.pdf", file)
        let pages = Tool.run("pdfinfo \(printed)").output.split(separator: "\n")
        #expect(pages.contains { $0.hasPrefix("Pages:") && $0.hasSuffix(" 1") })
        let scan = folder.file("scan")
        _ = Tool.run("pdftoppm -r 150 -gray -l 1 -singlefile -png \(printed) \(scan)")
        #expect(try codes(in: "\(scan).png").contains(page.proof.content().token))
    }

    /// In dark mode too: its ground stays white.
    @Test(.enabled(if: Tool.isInstalled("chromium", "zbarimg")))
    func aTelephoneShowsACodeThatIsRead() throws {
        let file = folder.write(Array(try html(PageCase.cancellable).utf8), as: "page.html")
        let screen = browse(
            "--force-dark-mode --window-size=500,2400 --screenshot=", "screen.png", file)
        #expect(codes(in: screen).contains(try PageCase.cancellable.proof.content().token))
    }

    private func codes(in picture: String) -> String {
        Tool.run("zbarimg -q --raw -Sdisable -Sqrcode.enable \(picture)").output
    }

    private func browse(_ options: String, _ name: String, _ page: String) -> String {
        let written = folder.file(name)
        _ = Tool.run(
            "chromium --headless --no-sandbox --disable-gpu --hide-scrollbars "
                + "--user-data-dir=\(folder.file("profile")) \(options)\(written) file://\(page)")
        return written
    }

    @Test func theTextOfTheCodeIsLastAndFoldedAway() throws {
        let text = try html(PageCase.cancellable)
        let folded = try #require(text.firstRange(of: "<details>"))
        let token = try #require(text.firstRange(of: "JF1:"))
        let slip = try #require(text.firstRange(of: "class=\"slip\""))
        #expect(slip.upperBound < folded.lowerBound && folded.upperBound < token.lowerBound)
        #expect(text.hasSuffix("</p>\n</details>\n</main>\n</body>\n</html>\n"))
    }

    @Test func everySectionIsNamedByItsHeading() throws {
        let text = try html(PageCase.cancellable)
        let named = text.matches(of: /aria-labelledby="([a-z0-9-]+)"/).map(\.1)
        #expect(named.count == text.ranges(of: /<(section|figure)/).count)
        #expect(Set(named).count == named.count)
        for name in named { #expect(text.ranges(of: " id=\"\(name)\"").count == 1, "\(name)") }
        #expect(text.contains("color-scheme: only light"))
    }

    @Test(.enabled(if: Tool.isInstalled("chromium", "pdftotext")))
    func aBrowserShowsAndPrintsItUnderItsOwnPolicy() throws {
        let page = try #require(PageCase.all.first { $0.testDescription == "markup" })
        let file = folder.write(Array(try html(page).utf8), as: "page.html")
        let printed = folder.file("printed.pdf")
        let run = Tool.run(
            "chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer "
                + "--user-data-dir=\(folder.file("profile")) --print-to-pdf=\(printed) file://\(file)"
        )
        #expect(!run.output.contains("Content Security Policy"))
        let text = Tool.run("pdftotext \(printed) -").output
        #expect(text.contains("Justificatif de quotient familial"))
        #expect(text.contains("<script>alert('1')</script>"))
    }
}
