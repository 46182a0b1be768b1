internal import JSONFields
internal import WebRules

/// What a code is exchanged for (OpenID Connect Core 3.1.3).
package struct TokenAnswer: Equatable, Sendable {
    package let accessToken: String
    package let idToken: String
    /// How long the access token lives, in seconds; nil if the provider does not say.
    package let lifetime: Int64?

    /// The form that asks for it, with the client's secret (`client_secret_post`).
    package static func form(
        code: String, of login: LoginRequest, at provider: Provider, secret: String
    ) -> String {
        var fields: [(name: String, value: String)] = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", provider.callback.text),
            ("client_id", provider.clientID),
            ("client_secret", secret),
        ]
        if provider.usesPKCE { fields.append(("code_verifier", login.verifier)) }
        return FormFields.written(fields)
    }

    /// Reads the provider's answer.
    ///
    /// Throws `provider-refused` for any status but 200, and `token-malformed`.
    package init(status: Int, body: [UInt8]) throws(LoginRefusal) {
        guard status == 200 else {
            throw .providerRefused(ErrorCode(TokenAnswer.error(in: body) ?? "other"))
        }
        do throws(JSONFault) {
            var fields = try JSONFields(
                JSONValue(parsing: body, from: "token", limit: 65_536), at: "token")
            guard try fields.text("token_type").lowercased() == "bearer" else {
                throw fields.fault("token_type", "doit être Bearer", "must be Bearer")
            }
            accessToken = try fields.text("access_token")
            idToken = try fields.text("id_token")
            lifetime = try fields.optionalInteger("expires_in")
            guard (1...4_096).contains(accessToken.utf8.count),
                accessToken.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else {
                throw fields.fault("access_token", "n’a pas cette forme", "has not that form")
            }
        } catch { throw LoginRefusal(error) }
    }

    /// The `error` of RFC 6749 5.2.
    private static func error(in body: [UInt8]) -> String? {
        guard case .object(let members)? = try? JSONValue(parsing: body, from: "token"),
            case .string(let code)? = members["error"]
        else { return nil }
        return code
    }
}
