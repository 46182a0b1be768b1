import Explaining
import Issuing
import JSONFields
import OpenIDConnect
import PortalRules
import TestSupport
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
    }

    @Test func asksAPIParticulierAtItsOfficialPaths() throws {
        let access = try #require(try settings().bodies.particulier)
        let paths: [Datum: String] = [
            .quotientFamilial: "dss/quotient_familial",
            .complementaryCover: "dss/complementaire_sante_solidaire",
            .student: "mesri/statut_etudiant", .grant: "cnous/etudiant_boursier",
        ]
        for (datum, path) in paths {
            #expect(
                access.address(of: datum)?.text
                    == "https://api.example/v3/\(path)/france_connect?recipient=13002526500013")
        }
    }

    /// The example that packages install, with the credential that the unit hands over.
    @Test func readsTheExample() throws {
        let path = "contrib/portail.json"
        let bytes = try #require(Checkout.bytes(path))
        let settings = try PortalSettings(json: JSONValue(parsing: bytes, from: path), at: path)
        #expect(
            settings.secretFile == "/run/credentials/justificatif-portail.service/client.secret")
    }

    /// Lists follow each other once a day if the file says nothing.
    @Test func saysHowOftenListsArePublished() throws {
        #expect(try settings().publishedHours == 24)
        #expect(try settings { $0["published_hours"] = .integer(6) }.publishedHours == 6)
        #expect(words { $0["published_hours"] = .integer(169) }.contains("1 to 168"))
        #expect(words { $0["published_hours"] = .integer(0) }.contains("published_hours"))
    }

    @Test func refusesASiretWhoseCheckDigitIsWrong() {
        let wrong: JSONValue = .object([
            "address": .string("https://api.example"), "recipient": .string("13002526500014"),
        ])
        #expect(words { $0["api_particulier"] = wrong }.contains("check digit"))
    }

    @Test func namesTheFieldThatIsWrong() {
        #expect(words { $0["origin"] = .string("http://portail.example") }.contains("origin"))
        #expect(words { $0["origin"] = .string("https://portail.example/") }.contains("origin"))
        #expect(words { $0["port"] = .integer(0) }.contains("port"))
        #expect(words { $0["kept_seconds"] = .integer(901) }.contains("kept_seconds"))
        #expect(words { $0["lists"] = nil }.contains("lists"))
        #expect(words { $0["list"] = .string("x") }.contains("did you mean \"lists\""))
    }

    @Test func asksTheOtherBodiesAtTheirOfficialPaths() throws {
        let bodies = try settings(Self.setOtherBodies).bodies
        #expect(
            bodies.tax?.address.text
                == "https://dgfip.example/1.0/dernieresituation/ir/assiettes/deuxans")
        #expect(
            bodies.employment?.text
                == "https://ft.example/partenaire/fc-statutaugmente/v1/statut")
        #expect(bodies.health?.person.text == "https://ameli.example/beneficiaires/me")
        #expect(bodies.health?.contracts.text == "https://ameli.example/beneficiaires/contrats")
        #expect(bodies.secretFiles == [.tax: "dgfip.secret", .health: "cnam.secret"])
    }

    /// The example of RFC 6749 2.3.1.
    @Test func asksForATokenAsTheStandardDoes() throws {
        let tax = try #require(try settings(Self.setOtherBodies).bodies.tax)
        #expect(tax.tokenForm == "grant_type=client_credentials&scope=Ressource")
        #expect(
            tax.authorization(secret: "7Fjfp0ZBr1KtDRbnfVdmIw")
                == "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3")
    }

    /// With the portal's own token, a job seeker needs no scope and no other body.
    @Test func asksByTheIdentifierThatAPersonHasKept() throws {
        let settings = try settings { object in
            object["space"] = .string("space.db")
            object["space_secret_file"] = .string("space.secret")
            Self.set("token_file", .string("token"), of: "api_particulier", in: &object)
        }
        #expect(settings.takesIdentifier)
        #expect(settings.facts(for: nil).contains(.registeredOn))
        #expect(settings.bodies.secretFiles == [.particulier: "token"])
        let access = try #require(settings.bodies.particulier)
        #expect(
            access.address(ofJobSeeker: "jean.dupont33")?.text
                == "https://api.example/v3/france_travail/statut/identifiant"
                + "?identifiant=jean.dupont33&recipient=13002526500013")
        #expect(access.address(ofJobSeeker: String(repeating: "a", count: 8_000)) == nil)
    }

    @Test func namesTheFieldOfTheServerInFront() throws {
        #expect(try settings().clientField == nil)
        let settings = try settings { $0["client_field"] = .string("X-Real-IP") }
        #expect(settings.clientField == "X-Real-IP")
    }

    @Test func needsOneBodyAtLeast() {
        #expect(words { $0["api_particulier"] = nil }.contains("api_particulier"))
    }

    private static func setOtherBodies(_ object: inout JSONObject) {
        object["api_particulier"] = nil
        object["procedures"] = nil
        object["impot_particulier"] = .object([
            "address": .string("https://dgfip.example/1.0"),
            "token_address": .string("https://dgfip.example/token"),
            "client_id": .string("s6BhdRkqt3"), "client_secret_file": .string("dgfip.secret"),
            "teleservice": .string("JUSTIF"), "scope": .string("Ressource"),
        ])
        object["france_travail"] = .object(["address": .string("https://ft.example/partenaire")])
        object["assurance_maladie"] = .object([
            "address": .string("https://ameli.example/beneficiaires"),
            "api_key_file": .string("cnam.secret"),
        ])
    }

    @Test func takesASpaceWithItsSecretOrNone() throws {
        #expect(try settings().space == nil)
        let kept = try settings {
            $0["space"] = .string("space.db")
            $0["space_secret_file"] = .string("space.secret")
        }
        #expect(kept.space?.file == "space.db" && kept.space?.secretFile == "space.secret")
        #expect(words { $0["space"] = .string("space.db") }.contains("space_secret_file"))
        #expect(words { $0["space_secret_file"] = .string("s") }.contains("\"space\""))
    }

    @Test func readsTheLegalPagesOfTheBodyAndSaysWhichAreMissing() throws {
        func change(_ pages: JSONObject) -> (inout JSONObject) -> Void {
            { Self.set("pages", .object(pages), of: "body", in: &$0) }
        }
        let none = ["accessibility", "legal", "personal_data"]
        #expect(try settings().body.pages.missing == none)
        #expect(try settings(change([:])).body.pages.missing == none)
        let declaration: JSONObject = [
            "conformity": .string("partial"), "address": .string("https://caf.example/a"),
        ]
        let some = try settings(
            change([
                "accessibility": .object(declaration), "legal": .string("https://caf.example/l"),
            ])
        ).body.pages
        #expect(some.accessibility?.conformity == .partial)
        #expect(some.accessibility?.address == "https://caf.example/a")
        #expect(some.legal == "https://caf.example/l" && some.missing == ["personal_data"])
        #expect(words(change(["legal": .string("http://127.0.0.1/l")])).contains("legal"))
        #expect(words(change(["mentions": .string("https://caf.example/")])).contains("mentions"))
        var wrong = declaration
        wrong["conformity"] = .string("yes")
        #expect(words(change(["accessibility": .object(wrong)])).contains("none, partial, full"))
    }

    @Test func readsAContactOfAKindAndHasTheUsualOnesOfTheOthers() throws {
        let contact: JSONObject = [
            "name": .string("la CAF"), "contact": .string("3230"),
            "site": .string("https://caf.example/"), "other_way": .string("l’attestation"),
        ]
        func change(_ kind: String, _ contact: JSONObject) -> (inout JSONObject) -> Void {
            { $0["contacts"] = .object([kind: .object(contact)]) }
        }
        let settings = try settings(change("quotient-familial", contact))
        #expect(settings.contact(.quotientFamilial).name.french == "la CAF")
        #expect(settings.contact(.jobSeeker) == .usual(.jobSeeker))
        // A grant is not the school's to correct.
        let school = try self.settings(change("statut-etudiant", contact))
        #expect(school.contact(.student).name.french == "la CAF")
        #expect(school.contact(.grant) == .usual(.grant))
        #expect(words(change("qf", contact)).contains("qf"))
        var bad = contact
        bad["site"] = .string("ftp://caf.example/")
        #expect(words(change("quotient-familial", bad)).contains("site"))
    }

    /// Without `scopes` the habilitation is that of the quotient familial.
    @Test func offersBoundsOnlyOfAPublishedScale() throws {
        let settings = try settings()
        #expect(settings.facts(for: settings.procedures.first) == [.quotientAtMost, .quotient])
        #expect(settings.facts(for: nil) == [.quotient])
    }

    @Test func offersOnlyWhatTheHabilitationAllows() throws {
        let settings = try settings { object in
            object["procedures"] = nil
            Self.set(
                "scopes",
                .array(
                    ["openid", "identite_pivot", "complementaire_sante_solidaire"].map {
                        .string($0)
                    }), of: "provider", in: &object)
        }
        #expect(settings.facts(for: nil) == [.coverOn, .coverSince])
        #expect(!settings.offersUsageName)
        let choice = try #require(Self.choice("complementaire-sante-solidaire=c2s_on", settings))
        #expect(
            settings.scopes(of: choice)
                == ["openid", "identite_pivot", "complementaire_sante_solidaire"])
        #expect(settings.scopes(of: nil) == ["openid"])
    }

    @Test func refusesAHabilitationWithoutAnIdentityAndAProcedureWithoutAFact() {
        #expect(
            words { Self.set("scopes", .array([.string("openid")]), of: "provider", in: &$0) }
                .contains("identite_pivot"))
        #expect(
            words { object in
                object["procedures"] = .array([
                    .object([
                        "id": .string("bus"), "title": .string("Bus"),
                        "recipient": .string("Ville"), "facts": .array([.string("student_on")]),
                    ])
                ])
            }.contains("bus"))
    }

    @Test func readsAChoiceOfTheCatalogueAndNoOther() throws {
        let settings = try settings()
        let bound = try #require(
            Self.choice("demarche=cantine&quotient-familial=qf_at_most", settings))
        #expect(bound.facts == [.quotientAtMost])
        #expect(bound.disclosure(of: .quotientAtMost, for: Self.named) == "qf_at_most")
        #expect(Self.choice("demarche=&quotient-familial=qf", settings)?.procedure == nil)
        #expect(Self.choice("quotient-familial=", settings)?.facts == [])
        for form in [
            "demarche=autre&quotient-familial=qf", "quotient-familial=qf_at_most",
            "demarche=cantine&quotient-familial=tariff_bracket", "quotient-familial=c2s_on",
            "complementaire-sante-solidaire=c2s_on", "bourse=qf",
            "quotient-familial=qf_at_most%3D400", "quotient-familial=qf&quotient-familial=qf",
        ] {
            #expect(Self.choice(form, settings) == nil, "\(form)")
        }
    }

    /// Most people have none: to ask for it would have the justificatif refused.
    @Test func asksForAUsageNameOnlyIfThePersonHasOneThatCanBeSigned() throws {
        let settings = try settings()
        let wanted = try #require(Self.choice("quotient-familial=qf&nom_usage=oui", settings))
        #expect(wanted.disclosure(of: .quotient, for: Self.named) == "qf,usage_name")
        #expect(!wanted.lacksUsageName(Self.named))
        for other in [nil, "", " ", "MOREL\u{7}"] as [String?] {
            let identity = Self.identity(usageName: other)
            #expect(wanted.disclosure(of: .quotient, for: identity) == "qf")
            #expect(wanted.lacksUsageName(identity))
        }
        let unwanted = try #require(Self.choice("quotient-familial=qf", settings))
        #expect(!unwanted.lacksUsageName(Self.identity(usageName: nil)))
    }

    private static let named = identity(usageName: "DUVAL")

    private static func identity(usageName: String?) -> JSONValue {
        var members: JSONObject = [
            "family_name": .string("MOREL"), "given_name": .string("Inès"),
            "birthdate": .string("1991-04-16"),
        ]
        members["preferred_username"] = usageName.map { .string($0) }
        return .object(members)
    }

    private static func choice(_ form: String, _ settings: PortalSettings) -> PersonChoice? {
        FormFields(form).flatMap { PersonChoice($0, of: settings) }
    }

    private static func set(
        _ name: String, _ value: JSONValue, of part: String, in object: inout JSONObject
    ) {
        guard case .object(var members)? = object[part] else { return }
        members[name] = value
        object[part] = .object(members)
    }
}
