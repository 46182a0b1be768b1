import Explaining
import JSONFields
import OpenIDConnect
import PortalRules
import Testing
import WebRules

@Suite struct PortalSettingsTests {
    private static let scale: JSONObject = [
        "scale": .string("cantine-2026"), "qf_at_most": .array([.integer(400)]),
    ]

    private static let whole: JSONObject = [
        "format": .string("justificatif-portail/1"), "origin": .string("https://portail.example"),
        "port": .integer(8_400),
        "body": .object(["name": .string("CAF"), "contact": .string("03 00 00 00 00")]),
        "provider": .object([
            "issuer": .string("https://fc.example/api/v2"), "client_id": .string("us"),
            "client_secret_file": .string("secret"), "algorithm": .string("ES256"),
            "acr": .string("eidas1"),
        ]),
        "api_particulier": .object([
            "address": .string("https://api.example"), "recipient": .string("13002526500013"),
        ]),
        "signing_socket": .string("sign.sock"), "lists": .string("lists"),
        "procedures": .array([
            .object([
                "id": .string("cantine"), "title": .string("Cantine"),
                "recipient": .string("Ville de Lille"), "scale": .object(scale),
            ])
        ]),
    ]

    private func settings(_ change: (inout JSONObject) -> Void = { _ in }) throws -> PortalSettings
    {
        var object = Self.whole
        change(&object)
        return try PortalSettings(json: .object(object), at: "portail.json")
    }

    private func words(_ change: (inout JSONObject) -> Void) -> String {
        do {
            _ = try settings(change)
            return ""
        } catch { return (error as? JSONFault)?.explanation.english ?? "" }
    }

    @Test func readsAWholeFile() throws {
        let settings = try settings()
        #expect(settings.provider.callback.text == "https://portail.example/retour")
        #expect(settings.provider.afterLogout.text == "https://portail.example/au-revoir")
        #expect(!settings.provider.usesPKCE)
        #expect(settings.keptSeconds == 900)
        #expect(
            settings.data.quotientFamilial?.text
                == "https://api.example/v3/dss/quotient_familial/france_connect"
                + "?recipient=13002526500013")
    }

    @Test func namesTheFieldThatIsWrong() {
        #expect(words { $0["origin"] = .string("http://portail.example") }.contains("origin"))
        #expect(words { $0["origin"] = .string("https://portail.example/") }.contains("origin"))
        #expect(words { $0["port"] = .integer(0) }.contains("port"))
        #expect(words { $0["kept_seconds"] = .integer(901) }.contains("kept_seconds"))
        #expect(words { $0["lists"] = nil }.contains("lists"))
        #expect(words { $0["list"] = .string("x") }.contains("did you mean \"lists\""))
    }

    @Test func takesTheFactsOfAProcedureFromItsScale() throws {
        let settings = try settings()
        let procedure = try #require(settings.procedures.first)
        #expect(OfferedFact.atMost.isOffered(for: procedure))
        #expect(!OfferedFact.bracket.isOffered(for: procedure))
        #expect(!OfferedFact.atMost.isOffered(for: nil))
        #expect(OfferedFact.value.isOffered(for: nil))
    }

    @Test func readsAChoiceOfTheCatalogueAndNoOther() throws {
        let procedures = try settings().procedures
        func choice(_ form: String) -> PersonChoice? {
            FormFields(form).flatMap { PersonChoice($0, among: procedures) }
        }
        #expect(choice("demarche=cantine&fait=qf_at_most")?.disclosure == "qf_at_most")
        #expect(choice("fait=qf&nom_usage=oui")?.disclosure == "qf,usage_name")
        #expect(choice("demarche=&fait=qf")?.procedure == nil)
        for form in [
            "demarche=autre&fait=qf", "fait=qf_at_most", "demarche=cantine&fait=tariff_bracket",
            "fait=rfr", "fait=qf_at_most%3D400", "", "fait=qf&fait=qf",
        ] {
            #expect(choice(form) == nil, "\(form)")
        }
    }
}
