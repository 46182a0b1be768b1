import TestSupport
import Testing

/// What the article and the README show is what is compiled here.
@Suite struct DocumentationTests {
    @Test(arguments: [
        (
            "Sources/JustificatifVerifier/JustificatifVerifier.docc/"
                + "Check-a-justificatif-in-ten-lines.md",
            "Tests/JustificatifVerifierTests/Answer.swift"
        ),
        ("README.md", "Tests/Linkage/Sources/judge/Judge.swift"),
    ])
    func showsCodeThatIsCompiled(page: String, source: String) throws {
        let code = try #require(Checkout.text(source))
        let text = try #require(Checkout.text(page))
        #expect(text.contains("```swift\n\(code)```\n"), "\(page) does not hold \(source)")
    }

    @Test func judgesInTenLines() async throws {
        let folder = try PracticeLists()
        let lines = await answer(to: Practised.picture("expired"), lists: folder.path)
        #expect(lines == "")
    }

    /// With internal imports only, the compiler lets no type of a room into the interface.
    @Test func showsNothingOfTheRooms() {
        let sources = Checkout.files(below: "Sources/JustificatifVerifier")
            .filter { $0.hasSuffix(".swift") }
        #expect(!sources.isEmpty)
        for source in sources {
            let text = Checkout.text(source) ?? ""
            #expect(!text.contains("public import") && !text.contains("package "), "\(source)")
        }
    }
}
