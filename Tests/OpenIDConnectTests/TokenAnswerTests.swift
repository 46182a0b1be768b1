import Explaining
import JSONFields
import OpenIDConnect
import Testing
import WebRules

@Suite struct TokenAnswerTests {
    private static let good: JSONObject = [
        "access_token": .string("abc"), "id_token": .string("a.b.c"), "expires_in": .integer(60),
        "token_type": .string("Bearer"), "scope": .string("openid"),
    ]

    private func code(_ object: JSONObject, status: Int = 200) -> LoginRefusal? {
        do throws(LoginRefusal) {
            _ = try TokenAnswer(status: status, body: JSONValue.object(object).lineBytes())
            return nil
        } catch { return error }
    }

    @Test func readsBothTokens() throws {
        let answer = try TokenAnswer(
            status: 200, body: JSONValue.object(Self.good).lineBytes())
        #expect(answer.accessToken == "abc")
        #expect(answer.idToken == "a.b.c")
    }

    @Test func tellsTheCodeOfARefusal() {
        #expect(
            code(["error": .string("invalid_grant")], status: 400)
                == .providerRefused(ErrorCode("invalid_grant")))
        #expect(code(Self.good, status: 500) == .providerRefused(ErrorCode("other")))
    }

    /// A line end in a token would become a field of the next request.
    @Test(arguments: ["", "a b", "a\r\nX: y", "é"])
    func refusesAnAccessTokenThatIsNoFieldValue(token: String) {
        var answer = Self.good
        answer["access_token"] = .string(token)
        #expect(code(answer)?.code == "token-malformed")
    }

    @Test func refusesAnotherTypeOfToken() {
        var answer = Self.good
        answer["token_type"] = .string("mac")
        #expect(code(answer)?.code == "token-malformed")
    }

    @Test func asksWithTheVerifierWherePKCEIsUsed() throws {
        func form(usesPKCE: Bool) throws -> FormFields {
            try #require(
                FormFields(
                    TokenAnswer.form(
                        code: "c+d", of: Sample.login, at: Sample.provider(usesPKCE: usesPKCE),
                        secret: "s&t")))
        }
        let plain = try form(usesPKCE: false)
        #expect(plain.only("grant_type") == "authorization_code")
        #expect(plain.only("code") == "c+d")
        #expect(plain.only("client_secret") == "s&t")
        #expect(plain.only("code_verifier") == nil)
        #expect(try form(usesPKCE: true).only("code_verifier") == Sample.login.verifier)
    }
}
