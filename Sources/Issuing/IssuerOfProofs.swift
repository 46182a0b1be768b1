package import Proofs
package import Verification
package import Wire

/// Makes signed justificatifs of claims, and checks each with the verifier's own rules before it
/// lets it go (Spec/issuing.md 1).
package struct IssuerOfProofs<Key: Signing, Crypto: SignatureChecking & Hashing> {
    private let key: Key
    private let crypto: Crypto

    package init(key: Key, crypto: Crypto) {
        self.key = key
        self.crypto = crypto
    }

    /// A justificatif of `claims`, good from `issued` to `lastDay` inclusive.
    ///
    /// `identifier` must be fresh random bytes. Throws `sense` for claims that do not make sense,
    /// `tooLarge` before signing, and `selfCheck` if what was signed would not be accepted.
    package func issue(
        _ claims: Claims, issued: Day, lastDay: Day, identifier: ProofIdentifier
    ) throws -> IssuedProof {
        let justificatif = Justificatif(
            identifier: identifier, issued: issued, expires: lastDay.adding(days: 1),
            claims: claims)
        let message = try SignedMessage(
            signing: justificatif.checkedPayload(), by: key, in: .token, crypto)
        let text = TokenText.encode(message.encoded)
        return IssuedProof(
            text: text, justificatif: justificatif,
            fingerprint: Fingerprint(of: message, crypto),
            reference: Reference(to: identifier, crypto),
            token: try checkedToken(text, against: justificatif))
    }

    private func checkedToken(
        _ text: String, against justificatif: Justificatif
    ) throws(IssuingFault) -> UnverifiedToken {
        let token: UnverifiedToken
        do { token = try UnverifiedToken(text: text) } catch {
            throw .selfCheck(error.description)
        }
        guard token.message.isSigned(by: key.publicKey, .token, crypto) else {
            throw .selfCheck("signature")
        }
        guard token.reading.justificatif == justificatif, !token.reading.hasUnknownClaims else {
            throw .selfCheck("reads-otherwise")
        }
        return token
    }
}

extension IssuerOfProofs: Sendable where Key: Sendable, Crypto: Sendable {}

/// A justificatif ready to leave.
package struct IssuedProof: Sendable {
    /// Array head, header, empty map, signature, and a payload head of three bytes at most.
    static let envelopeBytes = 1 + 14 + 1 + 66 + 3

    package let text: String
    package let justificatif: Justificatif
    package let fingerprint: Fingerprint
    package let reference: Reference
    /// The text as its self-check read it, so that nobody has to decode it again.
    package let token: UnverifiedToken

    /// Size of the token before base32.
    package var byteCount: Int { token.bytes.count }
}

extension Justificatif {
    /// The bytes to sign.
    ///
    /// Throws what an issuer refuses before it signs: `sense` and `noFact`, `dataAge` for data of
    /// the wrong day, `tooLarge` for too many claims.
    package func checkedPayload() throws(IssuingFault) -> [UInt8] {
        if let fault = senseFault { throw .sense(fault) }
        guard !claims.blocks.isEmpty else { throw .noFact }
        if let day = claims.day(.dataAsOf) {
            let age = issued.number - day.number
            guard (0...Int(greatestDataAgeDays)).contains(age) else { throw .dataAge }
        }
        let payload = payload
        let size = payload.count + IssuedProof.envelopeBytes
        guard size <= Limits.tokenBytes else {
            throw .tooLarge(bytes: size, heaviest: heaviestOptionalClaims)
        }
        return payload
    }
}

extension Justificatif {
    /// What to leave out of a justificatif that is too large.
    ///
    /// Names of claims that nothing else requires, the largest first, at most four, each with its
    /// bytes: `qf (5)`.
    var heaviestOptionalClaims: [String] {
        let required = Set(claims.labels.flatMap { ClaimRegistry.row(of: $0).requires })
        let whole = payload.count
        return claims.labels
            .filter { !required.contains($0) && $0 != .birthDate }
            .map { label in
                var lighter = claims
                lighter[label] = nil
                let rest = Justificatif(
                    identifier: identifier, issued: issued, expires: expires, claims: lighter)
                return (name: label.registryName, bytes: whole - rest.payload.count)
            }
            .sorted { $0.bytes > $1.bytes }
            .prefix(4)
            .map { "\($0.name) (\($0.bytes))" }
    }
}
