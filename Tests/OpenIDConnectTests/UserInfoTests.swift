import JSONFields
import OpenIDConnect
import Proofs
import Testing

@Suite struct UserInfoTests {
    private func read(
        _ token: String, at provider: Provider = Sample.provider()
    ) throws -> UserInfo {
        let login = try Authentication(
            idToken: Sample.token(Sample.idClaims), of: Sample.login, at: Sample.provider(),
            try Sample.keys(), now: Sample.now, Stamp())
        return try UserInfo(
            parsing: token, of: login, at: provider, try Sample.keys(), now: Sample.now,
            Stamp())
    }

    private func refusal(with name: String, _ value: JSONValue?) -> LoginRefusal? {
        var claims = Sample.userClaims
        claims[name] = value
        do {
            _ = try read(Sample.token(claims))
            return nil
        } catch { return error as? LoginRefusal }
    }

    @Test func keepsWhatIssuingNamesAndTheLevelOfTheLogin() throws {
        let identity = try read(Sample.token(Sample.userClaims)).identity
        #expect(
            identity
                == .object([
                    "family_name": .string("MOREL"), "given_name": .string("Inès"),
                    "birthdate": .string("1991-04-16"), "acr": .string("eidas1"),
                ]))
    }

    @Test func refusesAnotherPerson() {
        #expect(refusal(with: "sub", .string("other")) == .subjectDiffers)
    }

    @Test func refusesAnotherIssuerOrAudience() {
        #expect(refusal(with: "iss", .string("https://evil.example")) == .issuerWrong)
        #expect(refusal(with: "aud", .array([])) == .audienceWrong)
    }

    @Test func takesABareIdentityOnlyFromAProviderThatIsSetUpForIt() throws {
        var claims = Sample.userClaims
        for name in ["iss", "aud"] { claims[name] = nil }
        #expect(throws: (any Error).self) { try read(Sample.token(claims)) }
        let bare = Sample.provider(allowsBareUserInfo: true)
        _ = try read(Sample.token(claims), at: bare)
        #expect(throws: LoginRefusal.subjectDiffers) {
            var other = claims
            other["sub"] = .string("other")
            _ = try read(Sample.token(other), at: bare)
        }
        // One of the two is no bare token, and a wrong one is wrong.
        for (name, value) in [
            ("iss", Sample.issuer), ("aud", "us"), ("iss", "https://evil.example"),
        ] {
            var half = claims
            half[name] = .string(value)
            #expect(throws: (any Error).self) { try read(Sample.token(half), at: bare) }
        }
        var whole = Sample.userClaims
        whole["aud"] = .string("them")
        #expect(throws: LoginRefusal.audienceWrong) { try read(Sample.token(whole), at: bare) }
    }

    @Test func refusesATokenThatIsOver() {
        #expect(refusal(with: "exp", .integer(Sample.now.seconds - 60)) == .tokenTimes)
    }

    @Test func refusesAnIdentityThatIsNotSigned() {
        #expect(throws: LoginRefusal.self) {
            try read(JSONValue.object(Sample.userClaims).line())
        }
        #expect(throws: LoginRefusal.tokenSignature) {
            try read(Sample.token(Sample.userClaims, signature: [0]))
        }
    }
}
