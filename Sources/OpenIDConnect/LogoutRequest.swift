internal import WebRules

/// A logout at the provider (OpenID Connect RP-Initiated Logout 1.0).
package enum LogoutRequest {
    /// The address that the browser is sent to; nil if the provider has no logout.
    ///
    /// The provider may give `state` back, or not.
    package static func address(
        ofLoginBy idToken: String, at provider: Provider, _ metadata: ProviderMetadata,
        state: String
    ) -> String? {
        metadata.logout?.adding([
            ("id_token_hint", idToken), ("state", state),
            ("post_logout_redirect_uri", provider.afterLogout.text),
        ])
    }
}
