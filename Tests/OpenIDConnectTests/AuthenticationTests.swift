import Explaining
import JSONFields
import OpenIDConnect
import Proofs
import Testing

/// Each lie about a login, one at a time (Spec/portal.md 3.3).
@Suite struct AuthenticationTests {
    private func refusal(with name: String, _ value: JSONValue?) -> LoginRefusal? {
        var claims = Sample.idClaims
        claims[name] = value
        return Sample.refusal(Sample.token(claims))
    }

    private func refusal(header name: String, _ value: JSONValue?) -> LoginRefusal? {
        var header = Sample.header
        header[name] = value
        return Sample.refusal(Sample.token(Sample.idClaims, header: header))
    }

    private func isMalformed(_ refusal: LoginRefusal?) -> Bool {
        refusal?.code == "token-malformed"
    }

    @Test func takesATokenAsFranceConnectMakesIt() throws {
        let login = try Authentication(
            idToken: Sample.token(Sample.idClaims), of: Sample.login, at: Sample.provider(),
            try Sample.keys(), now: Sample.now, Stamp())
        #expect(login.subject == "5f1cv1")
        #expect(login.assurance == .low)
        #expect(login.authenticatedAt == Instant(seconds: Sample.now.seconds - 5))
    }

    @Test func takesOneAudienceAsTextOrList() {
        #expect(refusal(with: "aud", .array([.string("us")])) == nil)
        #expect(refusal(with: "aud", .string("us")) == nil)
    }

    @Test func asksForTheAuthorizedPartyOfSeveralAudiences() {
        var claims = Sample.idClaims
        claims["aud"] = .array([.string("us"), .string("them")])
        #expect(Sample.refusal(Sample.token(claims)) == .audienceWrong)
        claims["azp"] = .string("us")
        #expect(Sample.refusal(Sample.token(claims)) == nil)
        claims["azp"] = .string("them")
        #expect(Sample.refusal(Sample.token(claims)) == .audienceWrong)
    }

    @Test(arguments: [
        JSONValue.array([]), .string("them"), .array([.integer(1)]), .integer(1), .null,
        .array([.array([.string("us")])]),
    ])
    func refusesAnotherAudienceAndNeverDiesOfOne(audience: JSONValue) {
        #expect(refusal(with: "aud", audience) == .audienceWrong)
    }

    @Test func refusesAnotherIssuer() {
        #expect(refusal(with: "iss", .string("https://evil.example")) == .issuerWrong)
        #expect(refusal(with: "iss", .string(Sample.issuer + "/")) == .issuerWrong)
        #expect(isMalformed(refusal(with: "iss", nil)))
    }

    @Test func refusesAnotherNonce() {
        #expect(refusal(with: "nonce", .string("old")) == .nonceWrong)
        #expect(isMalformed(refusal(with: "nonce", nil)))
        #expect(isMalformed(refusal(with: "nonce", .integer(1))))
    }

    @Test(arguments: ["none", "HS256", "RS256", "es256", "ES384", ""])
    func refusesEveryAlgorithmButTheAgreedOne(algorithm: String) {
        #expect(refusal(header: "alg", .string(algorithm)) == .tokenAlgorithm)
    }

    @Test func refusesAKeyOfAnotherNameOrKind() {
        #expect(refusal(header: "kid", .string("other")) == .keyUnknown)
        #expect(isMalformed(refusal(header: "kid", nil)))
        let token = Sample.token(
            Sample.idClaims, header: ["alg": .string("RS256"), "kid": .string(Sample.kid)])
        #expect(Sample.refusal(token, at: Sample.provider(algorithm: .rs256)) == .keyUnknown)
    }

    @Test func refusesRulesThatItDoesNotKnow() {
        #expect(isMalformed(refusal(header: "crit", .array([.string("exp")]))))
    }

    @Test func refusesAWrongSignature() {
        let token = Sample.token(Sample.idClaims, signature: [UInt8](repeating: 2, count: 64))
        #expect(Sample.refusal(token) == .tokenSignature)
    }

    @Test func refusesAMemberThatComesTwice() {
        let line = JSONValue.object(Sample.idClaims).line()
        let twice = line.dropLast() + ",\"sub\":\"other\"}"
        #expect(isMalformed(Sample.refusal(Sample.token(String(twice)))))
    }

    @Test(arguments: ["", "a.b", "a.b.c.d", "e30.e30.e30", "!.e30.e30"])
    func refusesWhatIsNoToken(text: String) {
        #expect(isMalformed(Sample.refusal(text)))
    }

    @Test func refusesATokenOfMoreThan64KiB() {
        var claims = Sample.idClaims
        claims["padding"] = .string(String(repeating: "a", count: 65_536))
        #expect(isMalformed(Sample.refusal(Sample.token(claims))))
    }

    @Test func allowsClocksToDifferBy60Seconds() {
        let token = Sample.token(Sample.idClaims)
        func at(_ seconds: Int64) -> LoginRefusal? {
            Sample.refusal(token, now: Instant(seconds: Sample.now.seconds + seconds))
        }
        #expect(at(119) == nil)
        #expect(at(120) == .tokenTimes)
        #expect(at(-60) == nil)
        #expect(at(-61) == .tokenTimes)
    }

    @Test func refusesATokenThatEndsBeforeItBegins() {
        #expect(refusal(with: "exp", .integer(Sample.now.seconds)) == .tokenTimes)
        #expect(refusal(with: "exp", nil) == .tokenTimes)
        #expect(refusal(with: "iat", nil) == .tokenTimes)
    }

    @Test func readsInstantsWithDecimals() {
        #expect(refusal(with: "auth_time", .decimal("1795999995.2718")) == nil)
        #expect(refusal(with: "auth_time", nil) == nil)
        let later = JSONValue.decimal("\(Sample.now.seconds + 61).5")
        #expect(refusal(with: "auth_time", later) == .tokenTimes)
    }

    @Test(arguments: [
        JSONValue.decimal("1e9"), .decimal("1.5e3"), .string("1795999995"), .integer(-1),
        .integer(.max), .bool(true), .decimal("99999999999999999999"),
    ])
    func refusesWhatIsNoInstant(value: JSONValue) {
        for name in ["auth_time", "exp", "iat"] {
            #expect(isMalformed(refusal(with: name, value)), "\(name)")
        }
    }

    @Test func refusesALevelBelowTheOneAskedFor() {
        let substantial = Sample.provider(assurance: .substantial)
        #expect(Sample.refusal(Sample.token(Sample.idClaims), at: substantial) == .assuranceTooLow)
        #expect(refusal(with: "acr", .string("eidas2")) == nil)
        #expect(refusal(with: "acr", .string("0")) == .assuranceTooLow)
        #expect(refusal(with: "acr", nil) == .assuranceTooLow)
    }

    @Test func takesAProviderThatStatesNoLevel() {
        var claims = Sample.idClaims
        claims["acr"] = nil
        #expect(Sample.refusal(Sample.token(claims), at: Sample.provider(assurance: nil)) == nil)
    }

    @Test(arguments: ["", "é", "a b", String(repeating: "a", count: 256)])
    func refusesASubjectOfAnotherForm(subject: String) {
        #expect(isMalformed(refusal(with: "sub", .string(subject))))
    }
}
