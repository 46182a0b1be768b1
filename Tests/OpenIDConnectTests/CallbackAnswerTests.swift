import OpenIDConnect
import Testing
import WebRules

@Suite struct CallbackAnswerTests {
    private static let issuer = "iss=https%3A%2F%2Ffc.example%2Fapi%2Fv2"
    private static let state = "state=\(Sample.login.state)"

    private func read(_ query: String..., namesItself: Bool = true) throws -> CallbackAnswer {
        let fields = try #require(FormFields(query.joined(separator: "&")))
        return try CallbackAnswer(
            fields, to: Sample.login, at: Sample.provider(),
            try Sample.metadata(namesItself: namesItself))
    }

    @Test func readsTheCode() throws {
        #expect(try read("code=abc", Self.state, Self.issuer).code == "abc")
        #expect(try read("code=abc", Self.state, namesItself: false).code == "abc")
    }

    @Test func refusesAStateThatIsNotOfThisLogin() {
        let other = "state=\(String(repeating: "a", count: 43))"
        for query in [other, "state=", "x=y"] {
            #expect(throws: LoginRefusal.stateUnknown) {
                try read("code=abc", query, Self.issuer)
            }
        }
    }

    @Test func looksAtTheStateBeforeAnythingElse() {
        #expect(throws: LoginRefusal.stateUnknown) {
            try read("error=access_denied", "state=undefined", "iss=https%3A%2F%2Fevil.example")
        }
    }

    @Test func refusesAnotherIssuer() {
        for query in ["iss=https%3A%2F%2Fevil.example", "x=y"] {
            #expect(throws: LoginRefusal.issuerWrong) { try read("code=abc", Self.state, query) }
        }
        #expect(throws: LoginRefusal.issuerWrong) {
            try read("code=abc", Self.state, "iss=x", namesItself: false)
        }
    }

    @Test(arguments: ["code=b", "iss=x", "state=b", "error=x&error=y"])
    func refusesAParameterThatComesTwice(extra: String) {
        #expect(throws: LoginRefusal.callbackMalformed) {
            try read("code=abc", Self.state, Self.issuer, extra)
        }
    }

    @Test func refusesACallbackWithoutCode() {
        #expect(throws: LoginRefusal.callbackMalformed) { try read(Self.state, Self.issuer) }
        #expect(throws: LoginRefusal.callbackMalformed) {
            try read("code=", Self.state, Self.issuer)
        }
    }

    @Test func tellsAPersonWhoWentBackFromAnError() {
        #expect(throws: LoginRefusal.abandoned) {
            try read("error=access_denied", Self.state, Self.issuer)
        }
        #expect(throws: LoginRefusal.providerRefused(ErrorCode("server_error"))) {
            try read("error=server_error", Self.state, Self.issuer)
        }
    }

    @Test func repeatsNoTextThatAProviderChoseFreely() {
        #expect(ErrorCode("Inès MOREL").text == "other")
        #expect(ErrorCode("invalid_scope").text == "invalid_scope")
    }
}
