import Explaining
import Issuing
import JSONFields
import OpenIDConnect
import PortalPages
import PortalRules
import Proofs
import SigningMessages
import Testing
import WebRules
import Wire

/// Every page of the portal at least once, on values of its own whose names are no words.
enum EveryPage {
    static let body = PortalBody(name: "Xanthippe", contact: "03 00 00 00 00")

    /// The same with all its legal pages.
    static func wholeBody(conformity: String = "partial") throws -> PortalBody {
        let pages = """
            "contact":"03 00 00 00 00","pages":{"legal":"https://zyxwv.example/l",
            "accessibility":{"conformity":"\(conformity)","address":"https://zyxwv.example/a"},
            "personal_data":"https://zyxwv.example/d"}
            """
        return try settings { $0.replacing("\"contact\":\"03 00 00 00 00\"", with: pages) }.body
    }

    static let instant = Instant(seconds: 1_790_000_000)

    static func reference() throws -> Reference { try #require(Reference(number: 7)) }

    static func all() throws -> [PortalPage] {
        try choosing() + deciding() + finding() + space() + following() + leaving()
            + failures()
    }

    static func choosing() throws -> [PortalPage] {
        let settings = try settings()
        return [
            .home(settings.procedures, login, hasVisit: false),
            .home(settings.procedures, login, hasVisit: true),
            .choosing(nil, nil, settings, login, after: try choice("nom_usage=oui", settings)),
        ]
            + ([nil] + settings.procedures).map {
                .choosing($0, PartnerState("s"), settings, login)
            }
            + [.choosing(nil, nil, settings, try pictured())]
    }

    static func deciding() throws -> [PortalPage] {
        let settings = try settings()
        let proof = DeliveredProof(
            text: "JF1:A", reference: try reference(), readable: readable, isRepeat: false)
        let partner = try choice("demarche=cantine&etat=s&quotient-familial=qf", settings)
        let handBack = try #require(HandBack(["JF1:A"], of: partner))
        let progresses = try progresses()
        let pages = try Datum.allCases.flatMap { datum in
            [
                data([outcome(datum, .readable(readable))], partner),
                data(
                    progresses.map { outcome(datum, $0) },
                    try choice("quotient-familial=qf", settings)),
            ]
        }
        return pages + [
            .delivered(proof, 1, of: 1, nil, token: "t"),
            .delivered(proof, 2, of: 2, handBack, token: "t"),
            .sending(handBack), .declined(nil, body, token: "t"),
            .sending(try #require(HandBack(["JF1:A", "JF1:B"], of: partner))),
            .declined(partner.link, body, token: "t"),
            refused(of: 1, partner.link), refused(of: 2, partner.link), refused(of: 1, nil),
        ]
    }

    static func finding() throws -> [PortalPage] {
        let reference = try reference()
        let proofs = JustificatifKind.allCases.flatMap { kind in
            [nil, instant.day].map {
                HolderProof(
                    reference: reference, kind: kind, issued: instant.day, lastDay: instant.day,
                    cancelled: $0)
            }
        }
        let link = ProofLink(reference, .health, recipient: "Zyxwv")
        return [1, 24].flatMap { hours in
            [
                PortalPage.mine([], KnownProofs(), publishedEvery: hours, token: "t"),
                .mine(
                    proofs, KnownProofs(Journal(lines: [], damaged: 0), [link]),
                    publishedEvery: hours, token: "t"),
            ]
        }
    }

    static func space() throws -> [PortalPage] {
        let reference = try reference()
        let kept = SpaceView.Parameter(
            identifier: "00",
            parameter: KeptParameter(.franceTravail, value: "x1", since: instant.day),
            lastDay: instant.day)
        let link = ProofLink(reference, .health, recipient: "Zyxwv")
        let empty = SpaceView(
            parameters: [], journal: Journal(lines: [], damaged: 0), links: [], damaged: 0)
        let full = SpaceView(
            parameters: [kept], journal: Journal(lines: try lines(), damaged: 1), links: [link],
            damaged: 1)
        return [
            .space(try answered(), token: "t"),
            .spaceDoor(isKept: true, login), .spaceDoor(isKept: false, try pictured()),
            .noSpace(token: "t"), .space(empty, token: "t"), .space(full, token: "t"),
            .parameterNotKept(.franceTravail, token: "t"),
        ]
    }

    /// A space in which partners answered everything that they can.
    static func answered() throws -> SpaceView {
        let reference = try reference()
        let links = Datum.allCases.map { datum in
            ProofLink(
                reference, datum, recipient: "Zyxwv",
                answers: StatusLine.Status.allCases.map {
                    PartnerAnswer(procedure: "cantine", status: $0, day: instant.day)
                })
        }
        return SpaceView(
            parameters: [], journal: Journal(lines: [], damaged: 0), links: links, damaged: 0)
    }

    /// What a partner answered, to each who may bring it (Spec/portal.md 10.4).
    static func following() throws -> [PortalPage] {
        let procedures = try settings().procedures
        return try StatusLine.Status.allCases.flatMap { status in
            let said = [
                StatusLine.format, "cantine", try reference().description, status.rawValue,
                instant.day.description,
            ]
            let line = try StatusLine(
                (said + [Base64URL.text(Array(repeating: 1, count: 64))]).joined(separator: "."),
                among: procedures, today: instant.day, AnySignature())
            return [
                PortalPage.told(line, .fromElsewhere), .told(line, .unknown(login)),
            ]
        }
    }

    static func leaving() -> [PortalPage] {
        let counts = [
            ClosingCounts(), ClosingCounts(parameters: 1, lines: 1, links: 1, proofs: 1),
            ClosingCounts(parameters: 2, lines: 2, links: 2, proofs: 2),
        ]
        let pages: [[PortalPage]] = counts.map { counts in
            [true, false].map {
                .leaving(counts, isKept: $0, publishedEvery: 24, token: "t")
            }
                + ClosingReceipt.Fate.allCases.map {
                    .receipt(
                        ClosingReceipt(counts, $0, isLoggedOut: $0 == .left, on: instant.day))
                }
        }
        return pages.flatMap { $0 } + [.goodbye()]
    }

    static func failures() throws -> [PortalPage] {
        let link = try choice("demarche=cantine&etat=s", settings()).link
        let failures: [PortalFailure] = [
            .noSession, .wrongForm, .noProof, .notConfirmed, .wrongLink, .noSpace, .noPage,
            .wrongMethod, .tooMany, .tooManyLogins, .loginOver, .visitEnded(link),
            .login(.abandoned, for: link),
            .unavailable("call-timeout"), .unavailable("call-timeout", for: link),
            .login(.abandoned), .login(.stateUnknown),
            .login(.callbackMalformed), .login(.nonceWrong),
        ]
        return (failures + StatusRefusal.allCases.map { .status($0) }).map { .failure($0, body) }
            + [
                .failure(.noSession, body, login),
                .failure(.unavailable("call-timeout"), body, hasVisit: true),
            ]
    }

    static func refused(of count: Int, _ link: DeepLink?) -> PortalPage {
        .refused(
            Wording("un refus", "a refusal"), code: "x", of: count, link, body, token: "t")
    }

    static let login = LoginForm(token: "t", artwork: nil)

    /// By a picture and another one under the pointer.
    static func pictured() throws -> LoginForm {
        let files = ["connexion.svg": "<svg >", "connexion-survol.svg": "<svg >"]
        return LoginForm(
            token: "t", artwork: try LoginArtwork(files.mapValues { Array($0.utf8) }, in: "a"))
    }

    static let readable = ReadableProof(
        issued: instant.day, lastDay: instant.day,
        rows: [ReadableRow(title: Wording("un titre", "a title"), value: Wording("un", "one"))],
        couldShowUsageName: false)

    /// One of each act and answer.
    static func lines() throws -> [JournalLine] {
        let reference = try reference()
        let queries = Datum.allCases.map {
            JournalLine(
                at: instant, act: .query, partner: $0.holder.french, datum: $0,
                recipient: "Zyxwv", answer: "obtained")
        }
        let answers = ["absent", "not-identified", "not-transmitted", "login-over", "retry"].map {
            JournalLine(at: instant, act: .query, partner: "Crous", datum: .grant, answer: $0)
        }
        let told = StatusLine.Status.allCases.map {
            JournalLine(
                at: instant, act: .answer, partner: "Xanthippe", reference: reference,
                answer: $0.rawValue)
        }
        return queries + answers + told + [
            JournalLine(
                at: instant, act: .send, partner: "Xanthippe", datum: .health,
                reference: reference, answer: "given-to-browser"),
            JournalLine(at: instant, act: .login, partner: "FranceConnect", answer: "identified"),
            JournalLine(
                at: instant, act: .sign, partner: "Xanthippe", datum: .health,
                reference: reference, answer: "signed"),
            JournalLine(
                at: instant, act: .sign, partner: "Xanthippe", datum: .health, answer: "no-such"),
            JournalLine(
                at: instant, act: .decline, partner: "Xanthippe", datum: .health,
                answer: "declined"),
            JournalLine(
                at: instant, act: .cancel, partner: "Xanthippe", datum: .health,
                reference: reference, answer: "cancelled"),
        ]
    }

    static func progresses() throws -> [DatumOutcome.Progress] {
        [
            .missing(.obtained(.null)), .missing(.absent), .missing(.notIdentified),
            .missing(.notTransmitted), .missing(.identifierMissing), .missing(.loginOver),
            .missing(.retry(seconds: 1)), .missing(.retry(seconds: 40)),
            .missing(.retry(seconds: 3_600)),
            .readable(readable),
            .refused(
                SigningRefusal(
                    code: "x", citizen: Wording("un refus", "a refusal"),
                    operatorWords: Wording("a", "b"))), .signed(try reference()), .declined,
        ]
    }

    static func outcome(_ datum: Datum, _ progress: DatumOutcome.Progress) -> DatumOutcome {
        DatumOutcome(
            number: 1, datum: datum, progress: progress, askedAt: instant,
            contact: .usual(datum),
            advice: [
                Advice(
                    sentence: CatalogueText("un conseil", english: "a piece of advice"),
                    link: "https://a.example/", title: CatalogueText("là", english: "there"))
            ])
    }

    static func data(_ outcomes: [DatumOutcome], _ choice: PersonChoice) -> PortalPage {
        .data(
            outcomes, choice, lacksUsageName: true, secondsLeft: 840,
            now: Instant(seconds: instant.seconds + 5), body,
            token: "t")
    }

    static func choice(_ form: String, _ settings: PortalSettings) throws -> PersonChoice {
        try #require(FormFields(form).flatMap { PersonChoice($0, of: settings) })
    }

    /// With every fact, one procedure that has both languages, and one that has a name only.
    static func settings(
        _ change: (String) -> String = { $0 }
    ) throws -> PortalSettings {
        let scopes = Set(OfferedFact.allCases.flatMap(\.scopes)).sorted()
            .map { "\"\($0)\"" }.joined(separator: ",")
        let text = """
            {"format":"justificatif-portail/1","origin":"https://portail.example","port":8400,
             "body":{"name":"Xanthippe","contact":"03 00 00 00 00"},
             "provider":{"issuer":"https://fc.example","client_id":"us","algorithm":"ES256",
                         "client_secret_file":"secret",
                         "scopes":["openid","identite_pivot","preferred_username",\(scopes)]},
             "api_particulier":{"address":"https://api.example","recipient":"13002526500013"},
             "impot_particulier":{"address":"https://tax.example",
                                  "token_address":"https://tax.example/token","client_id":"us",
                                  "client_secret_file":"dgfip","teleservice":"t"},
             "france_travail":{"address":"https://work.example"},
             "assurance_maladie":{"address":"https://health.example","api_key_file":"k"},
             "signing_socket":"sign.sock","lists":"lists",
             "procedures":[
               {"id":"cantine","title":{"fr":"Un repas","en":"A meal"},"recipient":"Ville de Zyxwv",
                "scale":{"scale":"zyxwv-2026","title":"T","qf_at_most":[800],"brackets":[0,400],
                         "rfr_at_most":[20000],"rfr_per_part_at_most":[9000]},
                "partner":{"siret":"21590350100017",
                           "legal_basis":{"fr":"Une décision","en":"A decision"},
                           "wording":{"fr":"Un prix","en":"A price"},
                           "not_good_for":{"fr":"Une place","en":"A seat"},
                           "return":"https://zyxwv.example/retour",
                           "form":"https://zyxwv.example/cantine",
                           "status_key":"\(Base64URL.text(Array(repeating: 7, count: 32)))"}},
               {"id":"autre","title":"Qwrtz","recipient":"Zyxwv"}]}
            """
        return try PortalSettings(
            json: JSONValue(parsing: Array(change(text).utf8), from: "portail.json"),
            at: "portail.json")
    }
}

/// Takes every signature: lines of partners are tried with real keys in Tests/Portal.
private struct AnySignature: SignatureChecking {
    func isPrimeOrderPoint(_ bytes: [UInt8]) -> Bool { true }

    func isValid(
        _ signature: Signature, for message: borrowing Span<UInt8>, by key: PublicKey
    ) -> Bool { true }
}
