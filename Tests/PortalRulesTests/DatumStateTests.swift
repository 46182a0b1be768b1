import JSONFields
import PortalRules
import Testing

@Suite struct DatumStateTests {
    private func state(
        _ status: Int, _ body: String = "{}", _ datum: Datum = .quotientFamilial,
        retryAfter: Int? = nil
    ) -> DatumState {
        DatumState(datum, status: status, body: Array(body.utf8), retryAfter: retryAfter)
    }

    private static let whole =
        #"{"data":{"allocataires":[{"prenoms":"A"}],"quotient_familial":{"valeur":612}}}"#

    @Test func keepsAnAnswerAsItIs() throws {
        let json = try JSONValue(parsing: Array(Self.whole.utf8), from: "answer")
        #expect(state(200, Self.whole) == .obtained(json))
    }

    /// A mask of a scope that was not granted takes the whole member away.
    @Test(arguments: [
        #"{"data":{"quotient_familial":{"valeur":612}}}"#,
        #"{"data":{"allocataires":[],"quotient_familial":{"valeur":612}}}"#,
        #"{"data":{"allocataires":[{"prenoms":"A"}]}}"#,
    ])
    func tellsAMaskedDatumFromAMissingOne(body: String) {
        #expect(state(200, body) == .notTransmitted)
    }

    @Test(arguments: ["null", "{}", #"{"valeur":null}"#])
    func saysThatThereIsNoQuotient(quotient: String) {
        let body = #"{"data":{"allocataires":[{"prenoms":"A"}],"quotient_familial":"#
        #expect(state(200, "\(body)\(quotient)}}") == .absent)
    }

    @Test func tellsAPersonWithoutAFileFromNobody() {
        #expect(state(404) == .absent)
        #expect(state(422) == .notIdentified)
        #expect(state(422, #"{"errors":[{"code":"00366"}]}"#) == .notIdentified)
        #expect(state(422, #"{"errors":[{"code":"00203"}]}"#) == .notTransmitted)
    }

    @Test func asksForAnotherLoginOrNamesARefusal() {
        #expect(state(401) == .loginOver)
        #expect(state(403) == .notTransmitted)
    }

    @Test(arguments: [409, 429, 500, 502, 504, 302])
    func asksToComeBackLater(status: Int) {
        #expect(state(status) == .retry(seconds: 20))
        #expect(state(status, retryAfter: 7) == .retry(seconds: 7))
        #expect(state(status, retryAfter: 0) == .retry(seconds: 1))
        #expect(state(status, retryAfter: 999_999) == .retry(seconds: 3_600))
    }

    /// What is masked is another thing than what the body has nothing for.
    @Test(
        arguments: [
            (Datum.complementaryCover, #"{"est_beneficiaire":false}"#, nil),
            (.complementaryCover, #"{"date_debut_droit":"2026-01-01"}"#, .notTransmitted),
            (.complementaryCover, #"{"est_beneficiaire":null}"#, .absent),
            (.student, #"{"admissions":[{"est_inscrit":false}]}"#, nil),
            (.student, #"{"admissions":[{"date_debut":"2026-09-01"}]}"#, .notTransmitted),
            (.student, #"{"admissions":[]}"#, .absent),
            (.student, "{}", .notTransmitted),
            (.grant, #"{"est_boursier":true,"periode_versement_bourse":{}}"#, nil),
            (.grant, #"{"est_boursier":false}"#, nil),
            (.grant, #"{"est_boursier":true}"#, .notTransmitted),
            (.grant, #"{"periode_versement_bourse":{}}"#, .notTransmitted),
            (.grant, #"{"est_boursier":null}"#, .absent),
        ] as [(Datum, String, DatumState?)])
    func tellsWhatEachAnswerHolds(datum: Datum, data: String, problem: DatumState?) throws {
        let body = #"{"data":"# + data + "}"
        let json = try JSONValue(parsing: Array(body.utf8), from: "answer")
        #expect(state(200, body, datum) == problem ?? .obtained(json))
    }

    /// These bodies put their answer in no envelope.
    @Test(
        arguments: [
            (Datum.taxIncome, #"{"rfr":0,"nmNaiDec1":"MOREL"}"#, nil),
            (.taxIncome, #"{"rfr":1}"#, .notTransmitted),
            (.taxIncome, #"{"nmNaiDec1":"MOREL"}"#, .notTransmitted),
            (.taxIncome, #"{"rfr":null,"nmNaiDec1":"MOREL"}"#, .absent),
            (.taxIncome, #"{"erreur":{"code":"1"}}"#, .unanswered),
            (.taxIncome, "[]", .unanswered),
            (
                .jobSeeker,
                #"{"etatCivil":{},"situationInscription":{"dateInscription":"2026-01-01"}}"#, nil
            ),
            (.jobSeeker, #"{"etatCivil":{},"situationInscription":{}}"#, .absent),
            (.jobSeeker, #"{"etatCivil":{}}"#, .notTransmitted),
            (.jobSeeker, #"{"situationInscription":{}}"#, .notTransmitted),
            (.health, #"[{"nature_assurance":"AMO"}]"#, nil),
            (.health, #"[{"nature_assurance":"AMC"}]"#, .absent),
            (.health, "[]", .absent),
            (.health, "{}", .unanswered),
        ] as [(Datum, String, DatumState?)])
    func tellsWhatAnAnswerWithoutAnEnvelopeHolds(
        datum: Datum, body: String, problem: DatumState?
    ) throws {
        let json = try JSONValue(parsing: Array(body.utf8), from: "answer")
        #expect(state(200, body, datum) == problem ?? .obtained(json))
    }

    /// The journal keeps the code; the page asks again, or for a login, where that can help.
    @Test(
        arguments: [
            (.obtained(.null), "obtained", false, false),
            (.absent, "absent", false, false), (.notIdentified, "not-identified", false, false),
            (.notTransmitted, "not-transmitted", false, false),
            (.identifierMissing, "identifier-missing", true, false),
            (.loginOver, "login-over", false, true), (.retry(seconds: 59), "retry", true, false),
            (.retry(seconds: 60), "retry", false, true),
        ] as [(DatumState, String, Bool, Bool)])
    func saysWhatMayHelp(state: DatumState, code: String, asks: Bool, login: Bool) {
        #expect(state.code == code)
        #expect(state.isWorthAsking == asks)
        #expect(state.needsLogin == login)
    }

    @Test(arguments: ["", "<html>", "[]", #"{"data":1,"data":2}"#])
    func takesWhatIsNoAnswerForAFailure(body: String) {
        #expect(state(200, body) == .unanswered)
    }
}
