import FoundationEssentials
import Page
import TestSupport
import Testing

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
