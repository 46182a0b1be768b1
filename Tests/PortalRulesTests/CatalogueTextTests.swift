import Explaining
import JSONFields
import PortalRules
import Testing

/// Spec/portal.md 7: texts for persons, in French and perhaps in English.
@Suite struct CatalogueTextTests {
    private func procedure(_ title: JSONValue) throws(JSONFault) -> CatalogueText? {
        let text = """
            {"format":"justificatif-portail/1","origin":"https://portail.example","port":8400,
             "body":{"name":"CAF","contact":"03"},
             "provider":{"issuer":"https://fc.example","client_id":"us","algorithm":"ES256",
                         "client_secret_file":"secret"},
             "api_particulier":{"address":"https://api.example","recipient":"13002526500013"},
             "signing_socket":"sign.sock","lists":"lists",
             "procedures":[{"id":"a","recipient":"Lille","title":\(title.line())}]}
            """
        return try PortalSettings(
            json: JSONValue(parsing: Array(text.utf8), from: "p"), at: "p"
        ).procedures.first?.title
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
