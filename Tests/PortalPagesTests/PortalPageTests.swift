import Explaining
import JSONFields
import OpenIDConnect
import PortalPages
import PortalRules
import Proofs
import SigningMessages
import Testing
import WebRules

@Suite struct PortalPageTests {
    private let body = PortalBody(name: "Caisse <b>", contact: "03 00 00 00 00")

    @Test func escapesEveryTextThatIsPutIntoAPage() {
        let name = "<b>\"A\" & 'B'</b>"
        let piece: HTML = "<p title=\"\(name)\">\(name)</p>"
        let safe = "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;"
        #expect(piece.text(.french) == "<p title=\"\(safe)\">\(safe)</p>")
        let outer: HTML = "<div>\(piece)</div>"
        #expect(outer.text(.english) == "<div>\(piece.text(.english))</div>")
    }

    @Test func hasOneTitleALanguageAndAWayToTheContent() {
        let document = PortalPage.home([], EveryPage.login, hasVisit: false).french(of: body)
        #expect(document.hasPrefix("<!doctype html>\n<html lang=\"fr\">"))
        #expect(document.components(of: "<h1>") == 1)
        #expect(document.contains("<a class=\"skip\" href=\"#contenu\">"))
        #expect(document.contains("Caisse &lt;b&gt;"))
        #expect(!document.contains("<script"))
        #expect(!document.contains("style="))
    }

    /// Spec/portal.md 2.2: in the text of a page, and never in what its tags say.
    @Test func breaksNoLineWhereFrenchHasNone() {
        let piece: HTML =
            "<p title=\"a : b\">\("Où ? « Là » : 30 30 € ; non !", "Where? : a ;")</p> <b>a</b> : b"
        let space = "\u{A0}"
        #expect(
            piece.text(.french)
                == "<p title=\"a : b\">Où\(space)? «\(space)Là\(space)»\(space): 30\(space)30\(space)€\(space); "
                + "non\(space)!</p> <b>a</b>\(space): b")
        #expect(
            piece.text(.english) == "<p title=\"a : b\">Where? : a ;</p> <b>a</b> : b")
        let number: HTML = "\("03 00", "Call 03 00: 2 days ; a")"
        #expect(number.text(.english) == "Call 03\(space)00: 2\(space)days ; a")
        let units: HTML =
            "<p title=\"3 mois\">\("24 heures, 3 à 5, 100 ms en 2026 et après", "in 2026 and 12th")</p>"
        #expect(
            units.text(.french)
                == "<p title=\"3 mois\">24\(space)heures, 3\(space)à 5, 100\(space)ms en 2026 et "
                + "après</p>")
        #expect(units.text(.english) == "<p title=\"3 mois\">in 2026 and 12th</p>")
        let day: HTML = "\(EveryPage.instant.day)"
        #expect(day.text(.french) == "21\(space)septembre 2026")
    }

    @Test func endsEveryFailureWithThePaperRoad() {
        let failures: [PortalFailure] = [
            .noSession, .wrongForm, .tooMany, .unavailable("call-timeout"), .login(.abandoned),
            .login(.stateUnknown), .login(.nonceWrong),
        ]
        for failure in failures {
            let page = PortalPage.failure(failure, body).french(of: body)
            #expect(page.contains("sur papier"), "\(failure.code)")
            #expect(page.contains(failure.code))
        }
    }

    @Test(arguments: Datum.allCases) func endsEveryDatumThatIsMissingWithThePaperRoad(datum: Datum)
        throws
    {
        let form = try #require(FormFields(""))
        let choice = try #require(PersonChoice(form, of: Self.settings(scopes: [])))
        let states: [DatumState] = [
            .absent, .notIdentified, .notTransmitted, .loginOver, .retry(seconds: 60),
        ]
        for state in states {
            let outcome = DatumOutcome(
                number: 1, datum: datum, progress: .missing(state), askedAt: EveryPage.instant,
                contact: .usual(datum))
            let page = PortalPage.data(
                [outcome], choice, lacksUsageName: false, secondsLeft: 900, now: EveryPage.instant,
                body, token: "t"
            ).french(of: body)
            let other = try #require(page.firstRange(of: "Un autre moyen"))
            let paper = try #require(page.firstRange(of: "sur papier"))
            #expect(other.lowerBound < paper.lowerBound, "\(state)")
            #expect(!page.contains("Accepter"), "\(state)")
        }
    }

    @Test func saysARefusalInAWholeSentence() throws {
        let refusal = SigningRefusal(
            code: "x", citizen: Wording("écrit ainsi ; revenez", "written so; go back"),
            operatorWords: Wording("", ""))
        let choice = try EveryPage.choice("quotient-familial=qf", EveryPage.settings())
        for page in [
            EveryPage.data([EveryPage.outcome(.grant, .refused(refusal))], choice),
            .refused(refusal.citizen, code: "x", of: 1, nil, body, token: "t"),
        ] {
            let french = page.french(of: body)
            #expect(french.contains("<p>Écrit ainsi\u{A0}; revenez.</p>"))
        }
    }

    @Test func saysThatAWantedUsageNameIsNotThere() throws {
        let choice = try EveryPage.choice(
            "quotient-familial=qf&nom_usage=oui", EveryPage.settings())
        func page(_ lacks: Bool) -> String {
            PortalPage.data(
                [EveryPage.outcome(.grant, .readable(EveryPage.readable))], choice,
                lacksUsageName: lacks, secondsLeft: 9, now: EveryPage.instant, body, token: "t"
            ).french(of: body)
        }
        #expect(page(true).contains("aucun nom d’usage"))
        #expect(!page(false).contains("nom d’usage"))
    }

    /// Everything that may be stated, and everything that will be asked for (Spec/portal.md 2).
    @Test func saysBeforeTheLoginExactlyWhatAScaleStatesAndWhatIsAskedFor() throws {
        let settings = try EveryPage.settings()
        func page(_ procedure: Procedure?, _ settings: PortalSettings) -> String {
            PortalPage.choosing(procedure, nil, settings, EveryPage.login).french(of: body)
                .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        }
        let canteen = page(settings.procedures.first, settings)
        for bounds in ["800 €", "0 €, 400 €", "20 000 €", "9 000 €"] {
            #expect(canteen.contains("du barème zyxwv-2026 : \(bounds)<"), "\(bounds)")
        }
        #expect(canteen.contains("le nombre de parts si vous le demandez"))
        #expect(canteen.contains("votre échelon si vous le demandez"))
        for part in [
            "nom de naissance", "prénoms", "sexe", "pays de votre naissance", "nom d’usage si",
        ] {
            #expect(canteen.contains(part), "\(part)")
        }
        func only(_ fact: String) throws -> String {
            let settings = try EveryPage.settings {
                $0.replacing(
                    "\"recipient\":\"Ville de Zyxwv\",",
                    with: "\"recipient\":\"Ville de Zyxwv\",\"facts\":[\"\(fact)\"],")
            }
            return page(settings.procedures.first, settings)
        }
        #expect(try only("rfr_per_part_at_most").contains("foyer, le nombre de parts, et les noms"))
        #expect(try only("rfr").contains("foyer, et les noms"))
        #expect(try only("grant_level").contains("pour quels mois, et votre échelon."))
        #expect(try !only("grant_holder_on").contains("votre échelon"))
    }

    @Test func saysOnPaperThatAPageIsNotTheJustificatif() throws {
        let proof = DeliveredProof(
            text: "JF1:A", reference: try EveryPage.reference(), readable: EveryPage.readable,
            isRepeat: false)
        let page = PortalPage.delivered(proof, 1, of: 1, nil, token: "t").french(of: body)
        #expect(page.contains("<p class=\"paper\">") && page.contains("<ul class=\"files\">"))
        let (screen, paper) = try #require(Stylesheet.text.halves(at: "@media print"))
        #expect(screen.contains(".paper { display: none; }"))
        #expect(paper.contains(".paper { display: block; }") && paper.contains(".files"))
    }

    @Test func namesTheLegalPagesOfTheBodyAndNoneThatItHasNot() throws {
        let page = PortalPage.home([], EveryPage.login, hasVisit: false)
        #expect(!page.french(of: body).contains("class=\"legal\""))
        for (conformity, words) in [
            ("none", "non conforme"), ("partial", "partiellement conforme"),
            ("full", "totalement conforme"),
        ] {
            let french = page.french(of: try EveryPage.wholeBody(conformity: conformity))
            #expect(
                french.contains(
                    "<a href=\"https://zyxwv.example/a\">Accessibilité\u{A0}: \(words)</a>"))
            for link in ["https://zyxwv.example/l", "https://zyxwv.example/d"] {
                #expect(french.contains("href=\"\(link)\""))
            }
        }
    }

    @Test func takesAPersonWhoWentBackForNoError() {
        #expect(PortalFailure.login(.abandoned).status == 200)
        #expect(PortalFailure.login(.stateUnknown).status == 400)
        #expect(PortalFailure.login(.tokenSignature).status == 502)
    }

    @Test func offersOnlyTheValueWithoutAScale() throws {
        let page = PortalPage.choosing(nil, nil, try Self.settings(scopes: []), EveryPage.login)
            .french(of: body)
        #expect(page.components(of: "type=\"radio\"") == 2)
        #expect(page.contains("value=\"qf\" checked"))
        #expect(page.contains("value=\"t\""))
    }

    /// Each datum is a choice of its own, and nothing is chosen beforehand.
    @Test func offersEachDatumByItself() throws {
        let settings = try Self.settings(scopes: [
            "openid", "identite_pivot", "complementaire_sante_solidaire", "mesri_admissions",
            "mesri_admission_inscrit",
        ])
        let page = PortalPage.choosing(nil, nil, settings, EveryPage.login).french(of: body)
        #expect(page.components(of: "<fieldset>") == 2)
        #expect(page.components(of: "value=\"\" checked") == 2)
        #expect(page.components(of: " checked") == 2)
    }

    /// Without scopes those of the quotient familial.
    private static func settings(scopes: [String]) throws -> PortalSettings {
        let list = scopes.isEmpty ? "" : #","scopes":["\#(scopes.joined(separator: #"",""#))"]"#
        let text = """
            {"format":"justificatif-portail/1","origin":"https://portail.example","port":8400,
             "body":{"name":"CAF","contact":"03 00 00 00 00"},
             "provider":{"issuer":"https://fc.example","client_id":"us","algorithm":"ES256",
                         "client_secret_file":"secret"\(list)},
             "api_particulier":{"address":"https://api.example","recipient":"13002526500013"},
             "signing_socket":"sign.sock","lists":"lists"}
            """
        return try PortalSettings(
            json: JSONValue(parsing: Array(text.utf8), from: "portail.json"), at: "portail.json")
    }
}

extension PortalPage {
    /// The document in French.
    func french(of body: PortalBody) -> String {
        document(of: body, in: .french, elsewhere: "?langue=en")
    }
}

extension String {
    /// What is before and behind a text; nil unless it is there.
    fileprivate func halves(at text: String) -> (String, String)? {
        firstRange(of: text).map {
            (String(self[..<$0.lowerBound]), String(self[$0.upperBound...]))
        }
    }

    /// How often a text is in this one.
    fileprivate func components(of text: String) -> Int { split(separator: text).count - 1 }
}
