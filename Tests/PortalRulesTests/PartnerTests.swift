import Explaining
import JSONFields
import PortalRules
import Testing
import WebRules

@Suite struct PartnerTests {
    private static let partner: JSONObject = [
        "siret": .string("21590350100017"),
        "legal_basis": .string("Délibération du 3 juin 2026"),
        "wording": .string("Le tarif dépend du quotient familial."),
        "not_good_for": .string("L’inscription elle-même"),
        "return": .string("https://demarches.lille.example/cantine/justificatif"),
    ]

    private func settings(
        _ change: (inout JSONObject) -> Void = { _ in }
    ) throws(JSONFault) -> PortalSettings {
        var partner = Self.partner
        change(&partner)
        let procedure: JSONObject = [
            "id": .string("cantine"), "title": .string("Cantine"),
            "recipient": .string("Ville de Lille"), "partner": .object(partner),
        ]
        return try .practice(procedures: [.object(procedure)])
    }

    private func fault(_ change: (inout JSONObject) -> Void) -> String {
        do throws(JSONFault) {
            _ = try settings(change)
            return ""
        } catch { return error.explanation.english }
    }

    private func choice(_ form: String, _ settings: PortalSettings) -> PersonChoice? {
        FormFields("quotient-familial=qf&" + form).flatMap { PersonChoice($0, of: settings) }
    }

    @Test func readsAWholePartner() throws {
        let partner = try #require(try settings().procedures.first?.partner)
        #expect(partner.siret.text == "21590350100017")
        #expect(partner.handBack?.origin == "https://demarches.lille.example")
        #expect(try settings { $0["return"] = nil }.procedures.first?.partner?.handBack == nil)
    }

    @Test func namesTheFieldOfAPartnerThatIsWrong() {
        #expect(fault { $0["siret"] = .string("21590350100018") }.contains("siret"))
        #expect(fault { $0["siret"] = .string("2159035010001") }.contains("siret"))
        #expect(fault { $0["legal_basis"] = nil }.contains("legal_basis"))
        #expect(fault { $0["wording"] = .string("") }.contains("wording"))
        #expect(
            fault { $0["not_good_for"] = .string(String(repeating: "x", count: 501)) }
                .contains("500"))
        #expect(fault { $0["retour"] = .string("x") }.contains("return"))
    }

    @Test func takesNoReturnThatLeavesRoomForAnotherPlace() {
        for address in [
            "http://demarches.lille.example/x", "//evil.example/x", "https://a@evil.example/x",
            "https://evil.example\\@lille.example/x", "https://lille.example/x?to=evil",
            "https://lille.example/x#y", "https://lille.example/x;y", "https://lille.example/x,y",
            "https://lillé.example/x", "https://lille.example/%0d%0a", "https://lille.example/\r\n",
            "https://lille.example", "javascript:alert(1)", "",
        ] {
            #expect(fault { $0["return"] = .string(address) }.contains("return"), "\(address)")
        }
    }

    @Test func carriesTheStateOfAPartnerOrRefusesIt() throws {
        let settings = try settings()
        let long = String(repeating: "a", count: 128)
        let form = "demarche=cantine&etat="
        #expect(choice(form + "A_b-9", settings)?.state?.text == "A_b-9")
        #expect(choice(form + long, settings)?.state?.text == long)
        #expect(choice(form, settings)?.state == nil)
        for state in [long + "a", "a.b", "%2F%2Fevil", "a%0d%0ab", "é", "a b", "a&etat=b"] {
            #expect(choice(form + state, settings) == nil, "\(state)")
        }
        #expect(choice("demarche=&etat=a", settings) == nil)
    }

    @Test func aLinkLeadsBackToItself() throws {
        let procedures = try settings().procedures
        for (query, address) in [
            ("", "/choisir"), ("demarche=cantine", "/choisir?demarche=cantine"),
            ("etat=s1&demarche=cantine&other=1", "/choisir?demarche=cantine&etat=s1"),
        ] {
            let link = DeepLink(try #require(FormFields(query)), among: procedures)
            #expect(link?.address == address)
            let again = FormFields(address.split(separator: "?").dropFirst().joined())
            #expect(again.flatMap { DeepLink($0, among: procedures) } == link)
        }
    }

    @Test func handsBackTheseFieldsToTheAddressOfTheCatalogue() throws {
        let settings = try settings()
        let agreed = try #require(
            choice("demarche=cantine&etat=s1", settings))
        let handBack = try #require(HandBack(["JF1:A", "JF1:B"], of: agreed))
        #expect(handBack.address.text == "https://demarches.lille.example/cantine/justificatif")
        #expect(
            handBack.fields.map { [$0.name, $0.value] } == [
                ["statut", "accepted-by-person"], ["demarche", "cantine"], ["etat", "s1"],
                ["justificatif", "JF1:A"], ["justificatif", "JF1:B"],
            ])
    }

    @Test func handsNothingBackWithoutAnAddress() throws {
        let settings = try settings { $0["return"] = nil }
        let agreed = try #require(choice("demarche=cantine", settings))
        #expect(HandBack(["JF1:A", "JF1:B"], of: agreed) == nil)
    }
}
