internal import Explaining
internal import JSONFields
package import WebRules

/// What a provider says of itself: OpenID Connect Discovery 1.0, section 3.
package struct ProviderMetadata: Equatable, Sendable {
    package let authorization: WebAddress
    package let token: WebAddress
    package let userinfo: WebAddress
    package let keys: WebAddress
    /// Nil if a logout ends here alone.
    package let logout: WebAddress?
    /// Whether a callback always has `iss` (RFC 9207 2.3).
    package let namesItselfInCallback: Bool

    /// Reads the document that the issuer publishes.
    ///
    /// Throws `provider-metadata` if it is of another issuer, lacks an endpoint, or names one of
    /// another origin: a document that was exchanged would send a code elsewhere.
    package init(parsing bytes: [UInt8], of issuer: String) throws(LoginRefusal) {
        do throws(JSONFault) {
            let place = "openid-configuration"
            var fields = try JSONFields(JSONValue(parsing: bytes, from: place), at: place)
            guard try fields.text("issuer") == issuer,
                let origin = WebAddress(issuer)?.origin
            else {
                throw fields.fault("issuer", "un autre fournisseur", "another provider")
            }
            authorization = try fields.address("authorization_endpoint", of: origin)
            token = try fields.address("token_endpoint", of: origin)
            userinfo = try fields.address("userinfo_endpoint", of: origin)
            keys = try fields.address("jwks_uri", of: origin)
            logout =
                fields.has("end_session_endpoint")
                ? try fields.address("end_session_endpoint", of: origin) : nil
            namesItselfInCallback =
                try fields.optionalBool("authorization_response_iss_parameter_supported") ?? false
        } catch {
            throw .providerMetadata(error.explanation.words)
        }
    }

    /// Where a provider publishes its document.
    package static func address(of issuer: String) -> WebAddress? {
        WebAddress(issuer + "/.well-known/openid-configuration")
    }
}

extension JSONFields {
    fileprivate mutating func address(
        _ name: String, of origin: String
    ) throws(JSONFault) -> WebAddress {
        guard let address = WebAddress(try text(name)), address.origin == origin else {
            throw fault(
                name, "n’est pas une adresse du fournisseur", "is no address of the provider")
        }
        return address
    }
}
