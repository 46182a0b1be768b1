internal import JSONFields

/// A JSON Web Token in its compact form (RFC 7515 7.1), whose signature nobody has checked yet.
struct SignedToken {
    /// The longest that is read, in bytes.
    static let byteLimit = 65_536

    private let algorithm: String
    private let kid: String
    private let payload: [UInt8]
    private let signed: [UInt8]
    private let signature: [UInt8]
    private let place: String

    /// Takes a token apart; `place` is what an error calls it.
    ///
    /// Throws `token-malformed`, also for a header with `crit`: it names rules nobody here knows.
    init(_ text: String, at place: String) throws(LoginRefusal) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= SignedToken.byteLimit, parts.count == 3,
            let header = Base64URL.bytes(parts[0]), let payload = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2])
        else { throw LoginRefusal.noToken(place) }
        do throws(JSONFault) {
            var fields = try JSONFields(JSONValue(parsing: header, from: place), at: place)
            algorithm = try fields.text("alg")
            kid = try fields.text("kid")
            guard !fields.mentions("crit") else {
                throw fields.fault("crit", "règle inconnue", "an unknown rule")
            }
        } catch { throw LoginRefusal(error) }
        self.payload = payload
        self.signature = signature
        self.place = place
        signed = Array(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
    }

    /// The claims, once the signature is good by the one key of that name.
    ///
    /// The algorithm is the one agreed with the provider, never one that the token chooses.
    /// Throws `token-algorithm`, `key-unknown`, `token-signature`, `token-malformed`.
    func claims(
        _ agreed: TokenAlgorithm, _ keys: KeySet, _ checker: some TokenSignatureChecking
    ) throws(LoginRefusal) -> TokenClaims {
        guard algorithm == agreed.rawValue else { throw .tokenAlgorithm }
        guard let key = keys.key(kid, for: agreed) else { throw .keyUnknown }
        guard checker.isValid(signature, for: signed, by: key) else { throw .tokenSignature }
        return try TokenClaims(parsing: payload, at: place)
    }
}

/// Checks signatures of tokens; the rules are RFC 7518 3.3 and 3.4.
package protocol TokenSignatureChecking: Sendable {
    /// Whether `signature` is one of `message` by the holder of `key`.
    func isValid(_ signature: [UInt8], for message: [UInt8], by key: VerificationKey) -> Bool
}
