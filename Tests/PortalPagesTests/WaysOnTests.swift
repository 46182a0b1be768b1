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
            EveryPage.refused(of: 1, link),
            .failure(.login(.abandoned, for: link), EveryPage.body),
            .failure(PortalFailure.login(.nonceWrong).of(link), EveryPage.body),
            .failure(PortalFailure.unavailable("call-timeout").of(link), EveryPage.body),
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

    /// Spec/portal.md 10.5: one link, whatever became of the request.
    @Test func leadsAPersonWithNothingToSendBackToWhoAskedByTheSameLinkEverywhere() throws {
        let settings = try EveryPage.settings()
        let choice = try EveryPage.choice(
            "demarche=cantine&etat=s&quotient-familial=qf", settings)
        let refused = try EveryPage.progresses().filter {
            if case .readable = $0 { return false }
            if case .signed = $0 { return false }
            return true
        }
        let outcomes = refused.map { EveryPage.outcome(.grant, $0) }
        for page in [
            EveryPage.data(outcomes, choice), .declined(choice.link, EveryPage.body, token: "t"),
            .failure(.login(.abandoned, for: choice.link), EveryPage.body),
            .choosing(choice.procedure, nil, settings, EveryPage.login),
            EveryPage.refused(of: 1, choice.link),
        ] {
            let french = text(page)
            let way = "<a href=\"https://zyxwv.example/cantine\">Revenir à la Ville de Zyxwv"
            #expect(french.contains(way), "\(page.title.french)")
        }
        #expect(
            text(EveryPage.data(outcomes, choice)).contains("/choisir?demarche=cantine&amp;etat=s"))
        // While something can still be sent, nothing leads away from it.
        for progress in [.readable(EveryPage.readable), .signed(try EveryPage.reference())]
            as [DatumOutcome.Progress]
        {
            let page = EveryPage.data([EveryPage.outcome(.grant, progress)], choice)
            #expect(!text(page).contains("zyxwv.example"))
        }
        let others = text(EveryPage.refused(of: 2, choice.link))
        #expect(others.contains("href=\"/donnees\"") && !others.contains("zyxwv.example"))
    }

    @Test func saysFromWhatHourOnABodyIsAskedAgain() {
        func words(_ seconds: Int, after passed: Int64) -> Wording {
            DatumState.retry(seconds: seconds).words(
                .grant, askedAt: EveryPage.instant,
                now: Instant(seconds: EveryPage.instant.seconds + passed))
        }
        let soon = words(40, after: 5)
        #expect(
            soon.french.hasSuffix(
                "à partir de 16\u{A0}h\u{A0}14\u{A0}min\u{A0}00\u{A0}s : dans 35 secondes."))
        #expect(soon.english.hasSuffix("from 16:14:00 on: in 35 seconds."))
        #expect(words(40, after: 40).french.hasSuffix("redemander maintenant."))
        #expect(words(3_600, after: 1).french.hasSuffix("dans 60 minutes."))
        #expect(DatumState.retry(seconds: 59).isWorthAsking)
        // The access token is over by then.
        #expect(!DatumState.retry(seconds: 60).isWorthAsking)
        #expect(DatumState.retry(seconds: 60).needsLogin)
    }

    @Test func offersALoginWhereTheSessionIsOverAndNowhereElse() {
        let page = text(.failure(.noSession, EveryPage.body, EveryPage.login))
        #expect(page.contains("action=\"/connexion\""))
        #expect(!text(.failure(.tooMany, EveryPage.body, EveryPage.login)).contains("/connexion"))
    }

    @Test func showsAFailureAgainByItsCodeIfThatIsEnough() {
        #expect(PortalFailure(code: "wrong-form") == .wrongForm)
        #expect(PortalFailure(code: "status-signature") == .status(.signature))
        #expect(PortalFailure(code: LoginRefusal.abandoned.code) == .login(.abandoned))
        #expect(PortalFailure(code: "call-timeout") == .unavailable("call-timeout"))
        for code in ["", "call-", "<b>", LoginRefusal.providerRefused(ErrorCode("x")).code] {
            #expect(PortalFailure(code: code) == nil)
        }
    }

    @Test func knowsWhatALoginOrAVisitWasForAndNothingOfOtherFailures() throws {
        let link = try link()
        #expect(PortalFailure.login(.abandoned).of(link).link == link)
        #expect(PortalFailure.visitEnded(nil).of(link).link == link)
        #expect(PortalFailure.noPage.of(link) == .noPage && PortalFailure.noPage.link == nil)
    }

    @Test func tellsAPersonWithTwoTabsWhatHappenedAndLeadsToTheVisitUnderWay() {
        let page = text(.failure(.wrongForm, EveryPage.body))
        #expect(page.contains("autre onglet"))
        #expect(page.contains("href=\"/donnees\""))
    }

    /// A service that was away for a moment costs a person nothing that was obtained.
    @Test func leadsAPersonWithAVisitBackToItWhenAServiceDoesNotAnswer() throws {
        let away = PortalFailure.unavailable("signing-timeout").of(try link())
        let during = text(.failure(away, EveryPage.body, hasVisit: true))
        #expect(during.contains("href=\"/donnees\"") && !during.contains("href=\"/choisir"))
        #expect(!text(.failure(away, EveryPage.body)).contains("href=\"/donnees\""))
    }

    @Test func saysWhenACancellationReachesCountersBeforeAndAfterIt() throws {
        let reference = try EveryPage.reference()
        let day = EveryPage.instant.day
        for cancelled in [nil, day] {
            let proof = HolderProof(
                reference: reference, kind: .health, issued: day, lastDay: day,
                cancelled: cancelled)
            let page = PortalPage.mine([proof], KnownProofs(), publishedEvery: 6, token: "t")
            #expect(text(page).contains("publiée toutes les 6\u{A0}heures"))
            #expect(text(page, .english).contains("published every 6\u{A0}hours"))
        }
        // 21 September UTC ends at two o'clock in Paris, and the next list comes in six hours.
        let cancelled = HolderProof(
            reference: reference, kind: .health, issued: day, lastDay: day.adding(days: 30),
            cancelled: day)
        let page = PortalPage.mine(
            [cancelled, cancelled], KnownProofs(), publishedEvery: 6, token: "t")
        #expect(text(page).contains("peut encore l’accepter jusqu’au 22\u{A0}septembre 2026."))
        #expect(text(page).split(separator: "publiée toutes les").count == 2)
        let daily = PortalPage.mine([cancelled], KnownProofs(), publishedEvery: 24, token: "t")
        #expect(text(daily, .english).contains("may still accept it until 23\u{A0}September 2026."))
        let leaving = PortalPage.leaving(
            ClosingCounts(proofs: 1), isKept: true, publishedEvery: 6, token: "t")
        #expect(text(leaving).contains("publiée toutes les 6\u{A0}heures"))
    }

    @Test func namesInTheListForWhomEachWasMade() throws {
        let day = EveryPage.instant.day
        let proof = HolderProof(
            reference: try EveryPage.reference(), kind: .health, issued: day, lastDay: day,
            cancelled: nil)
        let other = ProofLink(
            try #require(Reference(number: 8)), .health, recipient: "Ville de Qwrtz")
        let own = ProofLink(proof.reference, .health, recipient: "Ville de Zyxwv")
        let known = KnownProofs(Journal(lines: [], damaged: 0), [other, own])
        let page = text(.mine([proof], known, publishedEvery: 24, token: "t"))
        #expect(page.contains(", pour la <strong>Ville de Zyxwv</strong>"))
        #expect(!page.contains("Qwrtz"))
    }

    @Test func namesAGrantInTheListIfThatIsKept() throws {
        let day = EveryPage.instant.day
        let proof = HolderProof(
            reference: try EveryPage.reference(), kind: .student, issued: day, lastDay: day,
            cancelled: nil)
        func page(_ links: [ProofLink]) -> String {
            let known = KnownProofs(Journal(lines: [], damaged: 0), links)
            return text(.mine([proof], known, publishedEvery: 24, token: "t"))
        }
        let link = ProofLink(proof.reference, .grant, recipient: "Zyxwv")
        #expect(page([link]).contains("<strong>Bourse d’enseignement supérieur</strong>"))
        #expect(page([]).contains("<strong>Statut d’étudiant ou bourse</strong>"))
    }

    /// One is cancelled by itself; two or more can go at once, by a box and a button.
    @Test func cancelsAllOnlyIfSeveralCanStillBeUsed() throws {
        let day = EveryPage.instant.day
        func page(_ cancelled: [Day?]) throws -> String {
            let proofs = try cancelled.map {
                HolderProof(
                    reference: try EveryPage.reference(), kind: .health, issued: day, lastDay: day,
                    cancelled: $0)
            }
            return text(.mine(proofs, KnownProofs(), publishedEvery: 24, token: "t"))
        }
        #expect(try page([nil, nil]).contains("id=\"sur-tous\" required"))
        #expect(try page([nil, nil]).contains("Annuler tous mes justificatifs"))
        for few in [[], [nil], [nil, day]] as [[Day?]] {
            #expect(try !page(few).contains("sur-tous"))
        }
    }

    /// RGAA 11.10: what is wrong is said with the form, and the request is not lost.
    @Test func showsTheFormAgainToAPersonWhoChoseNothing() throws {
        let settings = try EveryPage.settings()
        let empty = try EveryPage.choice("demarche=cantine&etat=s&nom_usage=oui", settings)
        func page(_ after: PersonChoice?) -> String {
            text(
                .choosing(
                    empty.procedure, empty.state, settings, EveryPage.login, after: after))
        }
        let again = page(empty)
        #expect(again.contains("role=\"alert\"") && again.contains("Vous n’avez rien choisi."))
        #expect(again.contains("name=\"etat\" value=\"s\""))
        #expect(again.contains("name=\"demarche\" value=\"cantine\""))
        #expect(again.contains("value=\"oui\" checked"))
        #expect(!page(nil).contains("alert") && !page(nil).contains("value=\"oui\" checked"))
        // What the person unticked is not ticked once more.
        let bare = try EveryPage.choice("", settings)
        let whole = text(.choosing(nil, nil, settings, EveryPage.login, after: bare))
        #expect(!whole.contains("value=\"qf\" checked"))
    }

    /// A login would wipe what the visit obtained.
    @Test func leadsAPersonWithAVisitToItFromTheFirstPageAndOffersNoLogin() {
        let during = text(.home([], EveryPage.login, hasVisit: true))
        for part in ["href=\"/donnees\"", "href=\"/mes-justificatifs\"", "action=\"/deconnexion\""]
        {
            #expect(during.contains(part), "\(part)")
        }
        #expect(!during.contains("action=\"/connexion\""))
        let before = text(.home([], EveryPage.login, hasVisit: false))
        #expect(before.contains("action=\"/connexion\"") && !before.contains("/deconnexion"))
    }

    @Test func tellsAPersonWhoIsLoggedInNothingElseAndLeadsThemBack() {
        let missing = text(.failure(.noProof, EveryPage.body, hasVisit: true))
        #expect(missing.contains("n’est pas signé") && missing.contains("href=\"/donnees\""))
        #expect(!missing.contains("identifié"))
        let unconfirmed = text(.failure(.notConfirmed, EveryPage.body, hasVisit: true))
        #expect(unconfirmed.contains("href=\"/mes-justificatifs\""))
    }

    @Test func speaksOfARecipientWithItsArticle() throws {
        let settings = try EveryPage.settings()
        let procedure = settings.procedures.first
        let asking = text(.choosing(procedure, nil, settings, EveryPage.login))
        #expect(asking.contains("Demandé par la <strong>Ville de Zyxwv</strong>"))
        #expect(asking.contains("abandonnez, la Ville de Zyxwv n’en saura rien"))
        let english = text(.choosing(procedure, nil, settings, EveryPage.login), .english)
        #expect(english.contains("Asked for by <strong>Ville de Zyxwv</strong>"))
        let home = text(.home(settings.procedures, EveryPage.login, hasVisit: false))
        #expect(home.contains("pour la Ville de Zyxwv") && home.contains("pour Zyxwv"))
        let link = ProofLink(
            try EveryPage.reference(), .health, recipient: "CCAS de Qwrtz")
        let space = SpaceView(
            parameters: [], journal: Journal(lines: [], damaged: 0), links: [link], damaged: 0)
        #expect(text(.space(space, token: "t")).contains("pour le <strong>CCAS de Qwrtz"))
    }

    @Test func saysHowManyJustificatifsAreHandedOver() throws {
        let choice = try EveryPage.choice("demarche=cantine", EveryPage.settings())
        let one = try #require(HandBack(["JF1:A"], of: choice))
        let two = try #require(HandBack(["JF1:A", "JF1:B"], of: choice))
        #expect(text(.sending(one)).contains("le texte de votre justificatif"))
        #expect(text(.sending(two)).contains("les textes de vos 2\u{A0}justificatifs"))
        #expect(
            text(.sending(two)).contains("Remettre ces 2\u{A0}justificatifs à la Ville de Zyxwv"))
    }

    @Test func hasTheStatusOfEachFailure() {
        #expect(PortalFailure.wrongMethod.status == 405)
        #expect(PortalFailure.noPage.status == 404)
        #expect(PortalFailure.login(.callbackMalformed).status == 400)
    }
}
