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
        // A forged one has the same verdict on any day: this desk looks at the machine's clock.
        let picture = Practised.picture("signature-invalid")
        #expect(await answer(to: picture, lists: folder.path) == "Authenticité non confirmée")
        let nowhere = await answer(to: picture, lists: "\(folder.path)/nowhere")
        #expect(nowhere.hasPrefix("\(folder.path)/nowhere"))
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
