package import Proofs

/// Who logged in, by a token that passed every rule (OpenID Connect Core 3.1.3.7).
package struct Authentication: Equatable, Sendable {
    /// How far the clocks of two machines may differ, in seconds.
    static let leeway: Int64 = 60

    /// The `sub` of this person at this service: 1 to 255 visible ASCII characters.
    package let subject: String
    package let assurance: Assurance?
    /// When the person last showed who they are; nil if the provider does not say.
    package let authenticatedAt: Instant?
    /// The token, which a logout names.
    package let idToken: String

    /// Reads an id_token received at `now` in answer to `login`.
    ///
    /// Throws the `LoginRefusal` of the first rule that it breaks; `key-unknown` may be the sign of
    /// new keys.
    package init(
        idToken text: String, of login: LoginRequest, at provider: Provider, _ keys: KeySet,
        now: Instant, _ checker: some TokenSignatureChecking
    ) throws(LoginRefusal) {
        let token = try SignedToken(text, at: "id_token")
        var claims = try token.claims(provider.algorithm, keys, checker)
        try claims.check(provider, now: now)
        guard let expires = try claims.instant("exp"), let issued = try claims.instant("iat"),
            expires > issued
        else { throw .tokenTimes }
        guard RandomText.areSame(try claims.text("nonce"), login.nonce) else { throw .nonceWrong }
        authenticatedAt = try claims.instant("auth_time")
        guard authenticatedAt.map({ $0.seconds <= now.seconds + Self.leeway }) ?? true else {
            throw .tokenTimes
        }
        assurance = try claims.optionalText("acr").flatMap { Assurance(rawValue: $0) }
        if let asked = provider.assurance {
            guard let assurance, assurance >= asked else { throw .assuranceTooLow }
        }
        subject = try claims.subject()
        idToken = text
    }
}
