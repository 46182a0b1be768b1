import Explaining
import JSONFields
import PortalRules
import Testing

/// Spec/portal.md 7: texts for persons, in French and perhaps in English.
@Suite struct CatalogueTextTests {
    private func procedure(_ title: JSONValue) throws(JSONFault) -> CatalogueText? {
        let procedure: JSONObject = [
            "id": .string("a"), "recipient": .string("Lille"), "title": title,
        ]
        return try PortalSettings.practice(procedures: [.object(procedure)]).procedures.first?.title
    }

    private func fault(_ title: JSONValue) -> String {
        do throws(JSONFault) {
            _ = try procedure(title)
            return ""
        } catch { return error.explanation.english }
    }

    @Test func takesATextOrOneInEachLanguage() throws {
        #expect(try procedure(.string("Cantine")) == CatalogueText("Cantine"))
        #expect(try procedure(.object(["fr": .string("Cantine")])) == CatalogueText("Cantine"))
        let both: JSONValue = .object(["fr": .string("Cantine"), "en": .string("Canteen")])
        #expect(try procedure(both) == CatalogueText("Cantine", english: "Canteen"))
    }

    @Test func namesWhatIsWrongWithAText() {
        #expect(fault(.object(["en": .string("Canteen")])).contains("fr"))
        #expect(fault(.object(["fr": .string("a"), "de": .string("b")])).contains("de"))
        #expect(fault(.string("")).contains("1 to 200"))
        #expect(fault(.string("a\nb")).contains("one line"))
        #expect(fault(.string(String(repeating: "a", count: 201))).contains("1 to 200"))
        #expect(
            fault(.object(["fr": .string("a"), "en": .string("")])).contains("en"))
        #expect(fault(.integer(1)).contains("title"))
    }
}
