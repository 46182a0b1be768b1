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

    /// 120 kB hold the page and the verifier; lists and what is practised come on top
    /// (Spec/guichet.md 4).
    @Test func thePageWithoutListsAndPracticeIsBelow120Kilobytes() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        let whole = page(desk)
        let lists = try #require(whole.firstMatch(of: /id="pocket">[^<]*</)).output
        let practice = try #require(whole.firstMatch(of: /const PRACTICE_LISTS[^;]*;[^;]*;/)).output
        #expect(whole.utf8.count - lists.utf8.count - practice.utf8.count < 120_000)
    }

    /// The modules of the page share one scope (`ScriptBundle`).
    @Test func noNameIsDeclaredTwiceInItsScript() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        let sources =
            Checkout.files(below: "Web/guichet") + Checkout.files(below: "Vectors/javascript")
        var seen: Set<Substring> = []
        for source in sources.filter({ $0.hasSuffix(".js") }) where !source.hasSuffix("protocol.js")
        {
            let text = try #require(Checkout.text(source))
            let declaration = /^(?:export )?(?:async )?(?:const|let|function|class) (\w+)/
            for name in text.matches(of: declaration.anchorsMatchLineEndings()).map(\.output.1) {
                #expect(seen.insert(name).inserted, "\(name) in \(source)")
            }
        }
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
