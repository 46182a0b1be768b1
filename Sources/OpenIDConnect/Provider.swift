package import WebRules

/// An identity provider, and how this service is known to it (Spec/portal.md 3).
package struct Provider: Equatable, Sendable {
    /// As the provider writes it in `iss`: compared byte for byte.
    package let issuer: String
    package let clientID: String
    /// Where the provider sends the browser after a login; registered there.
    package let callback: WebAddress
    /// Where it sends the browser after a logout; registered there.
    package let afterLogout: WebAddress
    /// The one algorithm that its tokens are signed with for this client.
    package let algorithm: TokenAlgorithm
    /// The least level that a login must have; nil for a provider that states none.
    package let assurance: Assurance?
    /// FranceConnect refuses a login that has parameters of PKCE; others ask for them.
    package let usesPKCE: Bool
    /// Whether its userinfo may name neither issuer nor audience; FranceConnect's names both.
    package let allowsBareUserInfo: Bool

    package init(
        issuer: String, clientID: String, callback: WebAddress, afterLogout: WebAddress,
        algorithm: TokenAlgorithm, assurance: Assurance?, usesPKCE: Bool,
        allowsBareUserInfo: Bool = false
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.callback = callback
        self.afterLogout = afterLogout
        self.algorithm = algorithm
        self.assurance = assurance
        self.usesPKCE = usesPKCE
        self.allowsBareUserInfo = allowsBareUserInfo
    }
}

/// How a token is signed, as `alg` of RFC 7518 3.1 names it; there is no `none`.
package enum TokenAlgorithm: String, CaseIterable, Sendable {
    case es256 = "ES256"
    case rs256 = "RS256"
}

/// A level of assurance of eIDAS, as FranceConnect writes it in `acr`.
package enum Assurance: String, CaseIterable, Comparable, Sendable {
    case low = "eidas1"
    case substantial = "eidas2"
    case high = "eidas3"

    package static func < (left: Assurance, right: Assurance) -> Bool {
        left.rawValue < right.rawValue
    }
}
