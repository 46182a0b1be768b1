import Explaining
import PortalPages
import PortalRules
import Testing

/// Spec/portal.md 2.2: no page mixes two languages.
@Suite struct LanguageTests {
    /// What is called the same in both languages.
    private static let names: Set<String> = [
        "Quotient familial", "Complémentaire santé solidaire", "France Travail", "Journal",
        "Qwrtz",
    ]

    @Test func saysNothingTheSameWayInBothLanguages() throws {
        for page in try EveryPage.all() {
            let french = Set(Self.sentences(try Self.content(page, .french)))
            for sentence in Self.sentences(try Self.content(page, .english))
            where french.contains(sentence) {
                Issue.record("\(page.title.french): in both languages: \(sentence)")
            }
        }
    }

    @Test func hasTheSameFormsFieldsAndLinksInBothLanguages() throws {
        for page in try EveryPage.all() {
            let french = Self.tags(try Self.content(page, .french))
            #expect(!french.isEmpty)
            #expect(try french == Self.tags(Self.content(page, .english)), "\(page.title.french)")
        }
    }

    @Test func saysItsLanguageAndLeadsToTheOther() throws {
        let page = PortalPage.home([], EveryPage.login, hasVisit: false)
        let french = page.document(of: EveryPage.body, in: .french, elsewhere: "?langue=en")
        #expect(french.contains("<html lang=\"fr\">"))
        #expect(
            french.contains("<a href=\"?langue=en\" lang=\"en\" hreflang=\"en\">English</a>"))
        let english = page.document(of: EveryPage.body, in: .english, elsewhere: "?langue=fr")
        #expect(english.contains("<html lang=\"en\">"))
        #expect(
            english.contains("<a href=\"?langue=fr\" lang=\"fr\" hreflang=\"fr\">Français</a>"))
    }

    /// A body that wrote only French is still understood by a screen reader.
    @Test func marksATextOfTheCatalogueThatIsInFrenchOnly() {
        let both: HTML = "<p>\(CatalogueText("Un <b>", english: "A <b>"))</p>"
        #expect(both.text(.english) == "<p>A &lt;b&gt;</p>")
        let one: HTML = "<p>\(CatalogueText("Un <b>"))</p>"
        #expect(one.text(.french) == "<p>Un &lt;b&gt;</p>")
        #expect(one.text(.english) == "<p><span lang=\"fr\">Un &lt;b&gt;</span></p>")
    }

    private static func content(_ page: PortalPage, _ language: Language) throws -> String {
        page.document(of: try EveryPage.wholeBody(), in: language, elsewhere: "/")
    }

    /// The texts between tags that have a word of two letters, but for names and codes.
    private static func sentences(_ document: String) -> [String] {
        let words = document.replacing(/<code>.*?<\/code>|<span lang.*?<\/span>/, with: "")
        return words.split(separator: "<")
            .compactMap { $0.split(separator: ">", maxSplits: 1).dropFirst().first }
            .map { String($0.trimmingPrefix(/[ \n.,:]+/)) }
            .filter {
                $0.contains(/[a-zà-ÿ]{2}/) && !$0.contains(/Xanthippe|Zyxwv|https:/)
                    && !names.contains($0)
            }
    }

    private static func tags(_ document: String) -> [String] {
        document.replacing(/<a href="\/" lang[^>]*>/, with: "<a>")
            .replacing("<html lang=\"en\">", with: "<html lang=\"fr\">")
            .matches(of: /<[^>]*>/).map { String($0.output) }
            .filter { $0 != "<span lang=\"fr\">" && $0 != "</span>" }
    }
}
