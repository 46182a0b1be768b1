import TestSupport
import Testing

@Suite struct SpecCitationTests {
    @Test func everyCitationInTheSourcesResolves() {
        var count = 0
        for source in TidyTests.sources {
            for citation in SpecCitation.all(in: source.comments) {
                count += 1
                #expect(
                    citation.resolves, "\(source.path): \(citation.file) \(citation.section ?? "")")
            }
        }
        #expect(count > 100)
    }

    @Test func readsCitationsAcrossLines() {
        let found = SpecCitation.all(in: [
            "/// As in Spec/lists.md", "    /// 6.3, and Spec/claims.csv.",
        ])
        #expect(
            found == [
                SpecCitation(file: "lists.md", section: "6.3"),
                SpecCitation(file: "claims.csv", section: nil),
            ])
    }

    @Test(arguments: [("lists.md", "99.9"), ("no-such-page.md", nil), ("lists.md", "0")])
    func doesNotResolveWhatIsNotThere(file: String, section: String?) {
        #expect(!SpecCitation(file: file, section: section).resolves)
    }
}
