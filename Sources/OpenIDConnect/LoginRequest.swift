internal import WebRules
package import Wire

/// A login that was begun and is not yet over: what the callback is held against.
package struct LoginRequest: Equatable, Sendable {
    package let state: String
    package let nonce: String
    /// The secret half of PKCE (RFC 7636 4.1).
    package let verifier: String

    /// A login with fresh texts; `random` returns so many random bytes.
    package init(random: (Int) -> [UInt8]) {
        state = RandomText.base62(random)
        nonce = RandomText.base62(random)
        verifier = RandomText.base62(random)
    }

    /// The address that the browser is sent to (OpenID Connect Core 3.1.2.1).
    ///
    /// FranceConnect refuses every parameter that is not on its list, with a page from which no
    /// way leads back; these are all on it, but for those of PKCE.
    package func address(
        at provider: Provider, _ metadata: ProviderMetadata, scopes: [String],
        _ hasher: some Hashing
    ) -> String {
        var parameters: [(name: String, value: String)] = [
            ("response_type", "code"),
            ("client_id", provider.clientID),
            ("redirect_uri", provider.callback.text),
            ("scope", scopes.joined(separator: " ")),
            ("state", state),
            ("nonce", nonce),
        ]
        if let assurance = provider.assurance {
            parameters.append(("acr_values", assurance.rawValue))
        }
        if provider.usesPKCE {
            let digest = hasher.sha256(Array(verifier.utf8))
            parameters.append(("code_challenge", Base64URL.text(digest.bytes)))
            parameters.append(("code_challenge_method", "S256"))
        }
        return metadata.authorization.adding(parameters)
    }
}
