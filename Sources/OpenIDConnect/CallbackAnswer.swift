package import WebRules

/// The code in a callback that belongs to a login (OpenID Connect Core 3.1.2.5, RFC 9207).
package struct CallbackAnswer: Equatable, Sendable {
    package let code: String

    /// Reads the query of a callback.
    ///
    /// Throws `callback-malformed` if a parameter is missing, too long or there twice,
    /// `state-unknown` if the state is not that of `login`, `issuer-wrong` if it is of another
    /// provider, `login-abandoned` if the person went back, and `provider-refused`. The state is
    /// looked at first: what comes from elsewhere is told nothing else.
    package init(
        _ query: FormFields, to login: LoginRequest, at provider: Provider,
        _ metadata: ProviderMetadata
    ) throws(LoginRefusal) {
        let names = ["state", "code", "iss", "error", "error_description", "error_uri"]
        guard !names.contains(where: query.repeats) else { throw .callbackMalformed }
        guard let state = query.only("state"), RandomText.areSame(state, login.state) else {
            throw .stateUnknown
        }
        if let issuer = query.only("iss") {
            guard issuer == provider.issuer else { throw .issuerWrong }
        } else if metadata.namesItselfInCallback {
            throw .issuerWrong
        }
        if let error = query.only("error") {
            throw error == "access_denied" ? .abandoned : .providerRefused(ErrorCode(error))
        }
        guard let code = query.only("code"), (1...1_024).contains(code.utf8.count),
            code.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .callbackMalformed }
        self.code = code
    }
}

/// The code of an error of the provider's, fit to be logged: 1 to 40 of `A-Z a-z 0-9 _ -`.
package struct ErrorCode: Equatable, Sendable {
    package let text: String

    /// Anything else than such a code becomes `other`.
    package init(_ text: String) {
        let isCode =
            (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
        self.text = isCode ? text : "other"
    }
}
