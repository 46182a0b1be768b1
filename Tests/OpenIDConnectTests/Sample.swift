import JSONFields
import OpenIDConnect
import Proofs
import WebRules

/// A provider, a login and tokens as FranceConnect makes them; a test changes one thing.
enum Sample {
    static let issuer = "https://fc.example/api/v2"
    static let now = Instant(seconds: 1_796_000_000)
    static let kid = "pkcs11:ES256:hsm"
    static let login = LoginRequest { [UInt8](repeating: 5, count: $0) }

    static func provider(
        algorithm: TokenAlgorithm = .es256, assurance: Assurance? = .low, usesPKCE: Bool = false,
        allowsBareUserInfo: Bool = false
    ) -> Provider {
        Provider(
            issuer: issuer, clientID: "us", callback: address("https://us.example/retour"),
            afterLogout: address("https://us.example/"), algorithm: algorithm,
            assurance: assurance, usesPKCE: usesPKCE,
            allowsBareUserInfo: allowsBareUserInfo)
    }

    static func metadata(namesItself: Bool = true) throws(LoginRefusal) -> ProviderMetadata {
        try ProviderMetadata(
            parsing: Array(discovery(namesItself: namesItself).lineBytes()), of: issuer)
    }

    static func discovery(
        namesItself: Bool = true, token: String = "https://fc.example/api/v2/token"
    ) -> JSONValue {
        .object([
            "issuer": .string(issuer),
            "authorization_endpoint": .string("\(issuer)/authorize"),
            "token_endpoint": .string(token),
            "userinfo_endpoint": .string("\(issuer)/userinfo"),
            "jwks_uri": .string("\(issuer)/jwks"),
            "end_session_endpoint": .string("\(issuer)/session/end"),
            "authorization_response_iss_parameter_supported": .bool(namesItself),
        ])
    }

    static func address(_ text: String) -> WebAddress {
        guard let address = WebAddress(text) else { preconditionFailure("\(text) is no address") }
        return address
    }

    static func keys() throws(LoginRefusal) -> KeySet {
        let coordinate = JSONValue.string(Base64URL.text([UInt8](repeating: 9, count: 32)))
        let key: JSONObject = [
            "kty": .string("EC"), "crv": .string("P-256"), "kid": .string(kid),
            "use": .string("sig"), "x": coordinate, "y": coordinate,
        ]
        return try KeySet(parsing: set([key]))
    }

    static func set(_ keys: [JSONObject]) -> [UInt8] {
        JSONValue.object(["keys": .array(keys.map { .object($0) })]).lineBytes()
    }

    static let idClaims: JSONObject = [
        "iss": .string(issuer), "aud": .string("us"), "sub": .string("5f1cv1"),
        "nonce": .string(login.nonce), "acr": .string("eidas1"),
        "iat": .integer(now.seconds), "exp": .integer(now.seconds + 60),
        "auth_time": .integer(now.seconds - 5),
    ]

    static let userClaims: JSONObject = [
        "iss": .string(issuer), "aud": .string("us"), "sub": .string("5f1cv1"),
        "iat": .integer(now.seconds), "exp": .integer(now.seconds + 60),
        "family_name": .string("MOREL"), "given_name": .string("Inès"),
        "birthdate": .string("1991-04-16"), "email": .string("ines@example.test"),
    ]

    static let header: JSONObject = ["alg": .string("ES256"), "kid": .string(kid)]

    /// A token that `Stamp` takes for signed.
    static func token(
        _ claims: JSONObject, header: JSONObject = header, signature: [UInt8] = Stamp.good
    ) -> String {
        token(JSONValue.object(claims).line(), header: JSONValue.object(header).line(), signature)
    }

    static func token(
        _ claims: String, header: String = JSONValue.object(header).line(),
        _ signature: [UInt8] = Stamp.good
    ) -> String {
        [Array(header.utf8), Array(claims.utf8), signature].map { Base64URL.text($0) }
            .joined(separator: ".")
    }

    /// The first refusal of an id_token, nil if it passes.
    static func refusal(
        _ token: String, at provider: Provider = provider(), now: Instant = now
    ) -> LoginRefusal? {
        do throws(LoginRefusal) {
            _ = try Authentication(
                idToken: token, of: login, at: provider, try keys(), now: now, Stamp())
            return nil
        } catch { return error }
    }
}

/// Takes one signature, whatever was signed; libcrypto is tried in TokenSignaturesTests.
struct Stamp: TokenSignatureChecking {
    static let good = [UInt8](repeating: 1, count: 64)

    func isValid(_ signature: [UInt8], for message: [UInt8], by key: VerificationKey) -> Bool {
        signature == Stamp.good
    }
}
