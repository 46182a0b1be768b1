import JSONFields
import OpenIDConnect
import Proofs
import Testing

@Suite struct UserInfoTests {
    private func read(_ token: String) throws -> UserInfo {
        let login = try Authentication(
            idToken: Sample.token(Sample.idClaims), of: Sample.login, at: Sample.provider(),
            try Sample.keys(), now: Sample.now, Stamp())
        return try UserInfo(
            parsing: token, of: login, at: Sample.provider(), try Sample.keys(), now: Sample.now,
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
