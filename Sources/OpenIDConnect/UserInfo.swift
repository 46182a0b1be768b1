package import JSONFields
package import Proofs

/// The identity of a person who logged in, as the provider signs it (OpenID Connect Core 5.3.2).
package struct UserInfo: Equatable, Sendable {
    /// As `Spec/issuing.md` 3 takes it; what it does not name is dropped.
    package let identity: JSONValue

    private static let members = [
        "family_name", "given_name", "given_name_array", "preferred_username", "birthdate",
        "gender", "birthplace", "birthcountry",
    ]

    /// Reads the answer of the userinfo endpoint for a login.
    ///
    /// It must be a signed token with the same `sub`. Throws `subject-differs`, and as the
    /// id_token does.
    package init(
        parsing text: String, of login: Authentication, at provider: Provider, _ keys: KeySet,
        now: Instant, _ checker: some TokenSignatureChecking
    ) throws(LoginRefusal) {
        let token = try SignedToken(text, at: "userinfo")
        var claims = try token.claims(provider.algorithm, keys, checker)
        try claims.check(provider, now: now, mayBeBare: provider.allowsBareUserInfo)
        guard try claims.subject() == login.subject else { throw .subjectDiffers }
        var identity = JSONObject()
        for member in UserInfo.members { identity[member] = claims.value(member) }
        identity["acr"] = login.assurance.map { .string($0.rawValue) }
        self.identity = .object(identity)
    }
}
