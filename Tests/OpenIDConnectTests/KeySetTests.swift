import Explaining
import JSONFields
import OpenIDConnect
import Testing

@Suite struct KeySetTests {
    private static let curve: JSONObject = [
        "kty": .string("EC"), "crv": .string("P-256"), "kid": .string(Sample.kid),
        "x": .string(Base64URL.text([UInt8](repeating: 9, count: 32))),
        "y": .string(Base64URL.text([UInt8](repeating: 9, count: 32))),
    ]

    private func refusal(_ keys: [JSONObject], _ agreed: TokenAlgorithm = .es256) -> LoginRefusal? {
        do throws(LoginRefusal) {
            _ = try Authentication(
                idToken: Sample.token(
                    Sample.idClaims,
                    header: ["alg": .string(agreed.rawValue), "kid": .string(Sample.kid)]),
                of: Sample.login, at: Sample.provider(algorithm: agreed),
                try KeySet(parsing: Sample.set(keys)), now: Sample.now, Stamp())
            return nil
        } catch { return error }
    }

    private func rsa(bytes: Int, first: UInt8 = 0xFF) -> JSONObject {
        let modulus = [first] + [UInt8](repeating: 7, count: bytes - 1)
        return [
            "kty": .string("RSA"), "kid": .string(Sample.kid),
            "n": .string(Base64URL.text(modulus)), "e": .string("AQAB"),
        ]
    }

    @Test func passesOverKeysThatItDoesNotUse() {
        var other = Self.curve
        other["crv"] = .string("P-521")
        var encryption = Self.curve
        encryption["use"] = .string("enc")
        var nameless = Self.curve
        nameless["kid"] = nil
        let shared: JSONObject = ["kty": .string("oct"), "kid": .string("a"), "k": .string("AA")]
        #expect(refusal([other, encryption, nameless, shared]) == .keyUnknown)
        #expect(refusal([other, encryption, nameless, shared, Self.curve]) == nil)
    }

    @Test func refusesTwoKeysOfOneName() {
        #expect(refusal([Self.curve, Self.curve])?.code == "provider-keys")
    }

    @Test func takesNoWeakKeyOfRSA() {
        #expect(refusal([rsa(bytes: 256)], .rs256) == nil)
        #expect(refusal([rsa(bytes: 255)], .rs256) == .keyUnknown)
        #expect(refusal([rsa(bytes: 256, first: 0x7F)], .rs256) == .keyUnknown)
        #expect(refusal([rsa(bytes: 1_025)], .rs256) == .keyUnknown)
    }

    @Test func refusesMoreThan32Keys() {
        let keys = (0..<33).map { number in
            var key = Self.curve
            key["kid"] = .string("k\(number)")
            return key
        }
        #expect(refusal(keys)?.code == "provider-keys")
    }

    @Test func fetchesAgainAfterAnHourAndForUnknownNamesEvery30Seconds() {
        #expect(KeyRefreshing.isDue(age: nil))
        #expect(!KeyRefreshing.isDue(age: .seconds(3_599)))
        #expect(KeyRefreshing.isDue(age: .seconds(3_600)))
        #expect(KeyRefreshing.mayRetry(pause: nil))
        #expect(!KeyRefreshing.mayRetry(pause: .seconds(29)))
        #expect(KeyRefreshing.mayRetry(pause: .seconds(30)))
    }
}
