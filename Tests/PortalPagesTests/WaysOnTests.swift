import Explaining
import Issuing
import OpenIDConnect
import PortalPages
import PortalRules
import Proofs
import SigningMessages
import Testing

/// A person is never left without the next step (Spec/portal.md 2).
@Suite struct WaysOnTests {
    private func text(_ page: PortalPage, _ language: Language = .french) -> String {
        page.document(of: EveryPage.body, in: language, elsewhere: "/")
    }

    private func link() throws -> DeepLink {
        try EveryPage.choice("demarche=cantine&etat=s", EveryPage.settings()).link
    }

    @Test func leadsAPersonWhoRefusedOrWentBackToTheRequestTheyCameBy() throws {
        let link = try link()
        for page in [
            PortalPage.declined(link, EveryPage.body, token: "t"),
            .failure(.login(.abandoned, for: link), EveryPage.body),
            .failure(PortalFailure.login(.nonceWrong).of(link), EveryPage.body),
        ] {
            #expect(text(page).contains("href=\"/choisir?demarche=cantine&amp;etat=s\""))
            #expect(text(page).contains("Un repas, Ville de Zyxwv"))
            #expect(text(page, .english).contains("A meal, Ville de Zyxwv"))
        }
        let nobody = try EveryPage.choice("", EveryPage.settings()).link
        for page in [
            PortalPage.declined(nobody, EveryPage.body, token: "t"),
            .declined(nil, EveryPage.body, token: "t"),
            .failure(.login(.abandoned), EveryPage.body),
        ] {
            #expect(!text(page).contains("href=\"/choisir"))
        }
    }

    @Test func changesNoFailureButThatOfALogin() throws {
        #expect(PortalFailure.noPage.of(try link()) == .noPage)
    }

    @Test func tellsAPersonWithTwoTabsWhatHappenedAndLeadsToTheVisitUnderWay() {
        let page = text(.failure(.wrongForm, EveryPage.body))
        #expect(page.contains("autre onglet"))
        #expect(page.contains("href=\"/donnees\""))
    }

    @Test func saysWhenACancellationReachesCountersBeforeAndAfterIt() throws {
        let reference = try EveryPage.reference()
        let day = EveryPage.instant.day
        for cancelled in [nil, day] {
            let proof = HolderProof(
                reference: reference, kind: .health, issued: day, lastDay: day,
                cancelled: cancelled)
            let page = PortalPage.mine([proof], [], publishedEvery: 6, token: "t")
            #expect(text(page).contains("publiée toutes les 6 heures"))
            #expect(text(page, .english).contains("published every 6 hours"))
        }
        let leaving = PortalPage.leaving(
            ClosingCounts(proofs: 1), isKept: true, publishedEvery: 6, token: "t")
        #expect(text(leaving).contains("publiée toutes les 6 heures"))
    }

    @Test func namesInTheListForWhomEachWasMade() throws {
        let day = EveryPage.instant.day
        let proof = HolderProof(
            reference: try EveryPage.reference(), kind: .health, issued: day, lastDay: day,
            cancelled: nil)
        let other = ProofLink(
            try #require(Reference(number: 8)), kind: .health, recipient: "Ville de Qwrtz")
        let own = ProofLink(proof.reference, kind: .health, recipient: "Ville de Zyxwv")
        let page = text(.mine([proof], [other, own], publishedEvery: 24, token: "t"))
        #expect(page.contains(", pour <strong>Ville de Zyxwv</strong>"))
        #expect(!page.contains("Qwrtz"))
    }

    @Test func saysHowManyJustificatifsAreHandedOver() throws {
        let choice = try EveryPage.choice("demarche=cantine", EveryPage.settings())
        let one = try #require(HandBack(["JF1:A"], of: choice))
        let two = try #require(HandBack(["JF1:A", "JF1:B"], of: choice))
        #expect(text(.sending(one)).contains("le texte de votre justificatif"))
        #expect(text(.sending(two)).contains("les textes de vos 2 justificatifs"))
        #expect(text(.sending(two)).contains("Remettre ces 2 justificatifs à la Ville de Zyxwv"))
    }

    @Test func hasTheStatusOfEachFailure() {
        #expect(PortalFailure.wrongMethod.status == 405)
        #expect(PortalFailure.noPage.status == 404)
        #expect(PortalFailure.login(.callbackMalformed).status == 400)
    }
}
