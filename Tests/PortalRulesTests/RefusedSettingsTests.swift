import Explaining
import Issuing
import JSONFields
import PortalRules
import Proofs
import Testing

/// Each field of the settings that is wrong is named (Spec/portal.md 7).
@Suite struct RefusedSettingsTests {
    /// A field and a value that it cannot have, in the settings or in one of their objects.
    private static let wrong: [(place: String, field: String, value: JSONValue, named: String)] = [
        ("", "format", .string("justificatif-portail/2"), "justificatif-portail/1"),
        ("", "origin", .string("https://portail.example/x"), "without a path"),
        ("", "port", .integer(65_536), "1 to 65535"),
        ("", "client_field", .string("X Real IP"), "X-Real-IP"),
        ("", "space_secret_file", .string("space.secret"), "space"),
        ("provider", "algorithm", .string("HS256"), "ES256"),
        ("provider", "acr", .string("eidas4"), "eidas1"),
        ("provider", "scopes", .array([.string("identite_pivot")]), "openid"),
        (
            "provider", "scopes",
            .array([.string("openid"), .string("identite_pivot"), .string("a b")]),
            "visible ASCII"
        ),
        ("provider", "issuer", .string("ftp://fc.example"), "issuer"),
        (
            "api_particulier", "address",
            .string("https://api.example/" + String(repeating: "a", count: 8_000)), "address"
        ),
        ("procedure", "id", .string("Cantine"), "a-z"),
        ("procedure", "recipient", .string(""), "recipient"),
        ("procedure", "facts", .array([.string("nir")]), "qf_at_most"),
        ("procedure", "scale", .object(["scale": .string("x")]), "scale"),
        ("procedure", "siret", .string("x"), "siret"),
    ]

    @Test(arguments: wrong.indices) func namesAFieldThatIsWrong(index: Int) throws {
        let (place, field, value, named) = Self.wrong[index]
        let fault = Self.fault { settings in
            switch place {
            case "": settings[field] = value
            case "procedure":
                settings["procedures"] = .array([.object(Self.with(field, value, Self.procedure))])
            default:
                guard case .object(let object)? = settings[place] else { return }
                settings[place] = .object(Self.with(field, value, object))
            }
        }
        #expect(fault.contains(named), "\(field): \(fault)")
    }

    @Test func takesEachNameOfAProcedureOnce() {
        let twice = JSONValue.array([.object(Self.procedure), .object(Self.procedure)])
        #expect(Self.fault { $0["procedures"] = twice }.contains("taken"))
    }

    @Test func readsSettingsThatHaveNothingWrong() {
        #expect(Self.fault { $0["procedures"] = .array([.object(Self.procedure)]) } == "")
    }

    /// Every body that a person turns to has a name, a contact and another way in both languages.
    @Test(arguments: Datum.allCases)
    func hasAContactForEveryDatum(datum: Datum) {
        let contact = SourceContact.usual(datum)
        #expect(contact.site.hasPrefix("https://"))
        for text in [contact.name, contact.contact, contact.otherWay] {
            #expect(!text.french.isEmpty)
            #expect(text.english?.isEmpty == false)
        }
    }

    /// Of API Particulier's four, and of no other body's.
    @Test func knowsTheBodyOfEachDatumAndAsksNoOther() throws {
        let settings = try PortalSettings(json: .object(Self.settings), at: "p")
        let access = try #require(settings.bodies.particulier)
        for datum in Datum.allCases {
            #expect((access.address(of: datum) != nil) == (datum.source == .particulier))
        }
        #expect(settings.bodies.secretFiles.isEmpty)
    }

    private static let procedure: JSONObject = [
        "id": .string("a"), "title": .string("A"), "recipient": .string("Lille"),
    ]

    private static let settings: JSONObject = [
        "format": .string("justificatif-portail/1"), "origin": .string("https://portail.example"),
        "port": .integer(8_400),
        "body": .object(["name": .string("CAF"), "contact": .string("03")]),
        "provider": .object([
            "issuer": .string("https://fc.example"), "client_id": .string("us"),
            "client_secret_file": .string("secret"), "algorithm": .string("ES256"),
        ]),
        "api_particulier": .object([
            "address": .string("https://api.example"), "recipient": .string("13002526500013"),
        ]),
        "signing_socket": .string("sign.sock"), "lists": .string("lists"),
        "procedures": .array([]),
    ]

    private static func with(
        _ field: String, _ value: JSONValue, _ object: JSONObject
    ) -> JSONObject {
        var object = object
        object[field] = value
        return object
    }

    private static func fault(_ change: (inout JSONObject) -> Void) -> String {
        var object = settings
        change(&object)
        do throws(JSONFault) {
            _ = try PortalSettings(json: .object(object), at: "p")
            return ""
        } catch { return error.explanation.english }
    }
}
