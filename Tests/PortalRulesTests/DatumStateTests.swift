import JSONFields
import PortalRules
import Testing

@Suite struct DatumStateTests {
    private func state(_ status: Int, _ body: String = "{}", retryAfter: Int? = nil) -> DatumState {
        DatumState(
            quotientFamilialStatus: status, body: Array(body.utf8), retryAfter: retryAfter)
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
        #expect(state(status) == .retry(seconds: 60))
        #expect(state(status, retryAfter: 7) == .retry(seconds: 7))
        #expect(state(status, retryAfter: 0) == .retry(seconds: 1))
        #expect(state(status, retryAfter: 999_999) == .retry(seconds: 3_600))
    }

    @Test(arguments: ["", "<html>", "[]", #"{"data":1,"data":2}"#])
    func takesWhatIsNoAnswerForAFailure(body: String) {
        #expect(state(200, body) == .unanswered)
    }
}
