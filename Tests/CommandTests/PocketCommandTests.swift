import TestSupport
import Testing

/// `justificatif pocket`; what the page does in a browser is tried in `Web/`.
struct PocketCommandTests {
    private func pocket(_ desk: Desk, _ more: String...) throws -> Outcome {
        try Command.run(
            Command.path(of: "justificatif"),
            ["pocket", "--lists", desk.file("lists"), "--out", desk.file("guichet.html")] + more)
    }

    private func page(_ desk: Desk) -> String {
        String(decoding: desk.contents(of: "guichet.html") ?? [], as: UTF8.self)
    }

    @Test func theFileAsksForNothingElse() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        let page = page(desk)
        #expect(page.contains("default-src 'none'; script-src 'sha256-"))
        #expect(!page.contains(" src="))
        #expect(!page.contains("<link"))
    }

    @Test func aRecipientCannotEndTheElementItStandsIn() throws {
        let desk = try Desk()
        #expect(try pocket(desk, "--recipient", "</script><b>").status == 0)
        #expect(page(desk).contains("\\u003c/script>\\u003cb>"))
    }

    @Test func anUnusableScaleIsRefusedAndNothingIsWritten() throws {
        let desk = try Desk()
        let scale = desk.write(
            Array("{\"scale\":\"cantine\",\"brackets\":[400,0]}".utf8), as: "scale.json")
        let outcome = try pocket(desk, "--scale", scale)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("brackets"))
        #expect(desk.contents(of: "guichet.html") == nil)
    }

    @Test func theBracketsOfAScaleAreInThePage() throws {
        let desk = try Desk()
        let scale = desk.write(
            Array("{\"scale\":\"cantine\",\"brackets\":[0,400]}".utf8), as: "scale.json")
        #expect(try pocket(desk, "--scale", scale).status == 0)
        #expect(page(desk).contains("{\"brackets\":[0,400],\"scale\":\"cantine\"}"))
    }

    /// Spec/guichet.md 4.
    @Test func thePageWithoutListsHas120KilobytesAtMost() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        let whole = page(desk)
        let lists = try #require(whole.firstMatch(of: /id="pocket">([^<]*)</)).output.1
        #expect(whole.utf8.count - lists.utf8.count <= 120_000)
    }

    /// A line of a style sheet may begin with `*`; a comment of several lines leaves none behind.
    @Test func theStyleHasAllOfItsRulesAndNoComment() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        let source = try #require(Checkout.text("Web/guichet/guichet.css"))
        let style = try #require(page(desk).firstMatch(of: /<style>([^<]*)</)).output.1
        #expect(style.count { $0 == "}" } == source.count { $0 == "}" })
        #expect(!style.contains("*/"))
    }

    /// The modules of the page share one scope (`ScriptBundle`): a name that two of them declare is
    /// an error of syntax.
    @Test func itsScriptIsOneModule() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        let script = try #require(
            page(desk).firstMatch(of: /<script type="module">(.*)<\/script>/.dotMatchesNewlines())
        ).output.1
        let checked = Tool.run("node --check \(desk.write(Array(script.utf8), as: "page.mjs"))")
        #expect(checked.status == 0, "\(checked.output)")
    }

    @Test func thePracticeSheetIsWrittenBesideThePage() throws {
        let desk = try Desk()
        #expect(try pocket(desk, "--practice-sheet", desk.file("sheet.html")).status == 0)
        let sheet = String(decoding: desk.contents(of: "sheet.html") ?? [], as: UTF8.self)
        #expect(sheet.contains("EXERCICE"))
    }

    @Test func anExistingFileNeedsForce() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        #expect(try pocket(desk).status == 74)
        #expect(try pocket(desk, "--force").status == 0)
    }
}
