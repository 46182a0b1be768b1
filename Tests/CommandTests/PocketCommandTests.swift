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

    @Test func anExistingFileNeedsForce() throws {
        let desk = try Desk()
        #expect(try pocket(desk).status == 0)
        #expect(try pocket(desk).status == 74)
        #expect(try pocket(desk, "--force").status == 0)
    }
}
