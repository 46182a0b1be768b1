import OpenIDConnect
import Sodium
import Testing
import WebRules
import Wire

@Suite struct LoginRequestTests {
    private func parameters(usesPKCE: Bool) throws -> FormFields {
        let address = Sample.login.address(
            at: Sample.provider(usesPKCE: usesPKCE), try Sample.metadata(),
            scopes: ["openid", "identite_pivot"], try SodiumCrypto())
        #expect(address.hasPrefix("https://fc.example/api/v2/authorize?"))
        return try #require(FormFields(address.drop { $0 != "?" }.dropFirst()))
    }

    /// FranceConnect's list is closed: one parameter more is a page from which no way leads back.
    @Test func sendsTheParametersOfFranceConnectAndNoOther() throws {
        let sent = try parameters(usesPKCE: false)
        let expected = [
            ("response_type", "code"), ("client_id", "us"),
            ("redirect_uri", "https://us.example/retour"), ("scope", "openid identite_pivot"),
            ("state", Sample.login.state), ("nonce", Sample.login.nonce),
            ("acr_values", "eidas1"),
        ]
        #expect(FormFields(FormFields.written(expected)) == sent)
    }

    @Test func addsAChallengeForAProviderThatUsesPKCE() throws {
        let sent = try parameters(usesPKCE: true)
        #expect(sent.only("code_challenge_method") == "S256")
        let digest = try SodiumCrypto().sha256(Array(Sample.login.verifier.utf8))
        #expect(sent.only("code_challenge") == Base64URL.text(digest.bytes))
    }

    @Test func drawsStateAndNonceOf43LettersAndDigits() throws {
        let crypto = try SodiumCrypto()
        let logins = (0..<50).map { _ in LoginRequest { crypto.randomBytes($0) } }
        for text in logins.flatMap({ [$0.state, $0.nonce, $0.verifier] }) {
            #expect(text.wholeMatch(of: /[0-9A-Za-z]{43}/) != nil)
        }
        #expect(Set(logins.flatMap { [$0.state, $0.nonce, $0.verifier] }).count == 150)
    }

    @Test func neverUsesABiasedByte() {
        var calls = 0
        let text = RandomText.base62 { count in
            calls += 1
            return calls == 1
                ? [UInt8](repeating: 250, count: count) : (0..<UInt8(count)).map { $0 }
        }
        #expect(calls == 2)
        #expect(text == "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg")
    }

    @Test func logsOutWithTheTokenOfTheLogin() throws {
        let address = try #require(
            LogoutRequest.address(
                ofLoginBy: "a.b.c", at: Sample.provider(), try Sample.metadata(), state: "s"))
        let sent = try #require(FormFields(address.drop { $0 != "?" }.dropFirst()))
        #expect(address.hasPrefix("https://fc.example/api/v2/session/end?"))
        #expect(sent.only("id_token_hint") == "a.b.c")
        #expect(sent.only("state") == "s")
        #expect(sent.only("post_logout_redirect_uri") == "https://us.example/")
    }
}
