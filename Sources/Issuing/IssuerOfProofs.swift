package import Proofs
internal import Verification
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
        try justificatif.checkBeforeSigning()
        let payload = justificatif.payload
        let kid = key.publicKey.identifier(crypto)
        let header = ProtectedHeader(kid: kid)
        let signed = SignedMessage.signedBytes(header: header, payload: payload, .token)
        let message = SignedMessage(
            signing: payload, kid: kid, signature: try key.signature(for: signed))
        let text = TokenText.encode(message.encoded)
        try selfCheck(text, against: justificatif)
        return IssuedProof(
            text: text, justificatif: justificatif,
            fingerprint: Fingerprint(ofSigned: signed, crypto),
            reference: Reference(to: identifier, crypto), byteCount: message.encoded.count)
    }

    private func selfCheck(
        _ text: String, against justificatif: Justificatif
    ) throws(IssuingFault) {
        let token: UnverifiedToken
        do { token = try UnverifiedToken(text: text) } catch {
            throw .selfCheck(error.description)
        }
        let signed = token.message.signedBytes(.token)
        guard crypto.isValid(token.message.signature, for: signed, by: key.publicKey) else {
            throw .selfCheck("signature")
        }
        guard token.reading.justificatif == justificatif, !token.reading.hasUnknownClaims else {
            throw .selfCheck("reads-otherwise")
        }
    }
}

/// A justificatif ready to leave.
package struct IssuedProof: Sendable {
    /// Array head, header, empty map, signature, and a payload head of three bytes at most.
    static let envelopeBytes = 1 + 14 + 1 + 66 + 3

    package let text: String
    package let justificatif: Justificatif
    package let fingerprint: Fingerprint
    package let reference: Reference
    /// Size of the token before base32.
    package let byteCount: Int
}

extension Justificatif {
    /// Throws what an issuer refuses before it signs: claims without sense, data of the wrong
    /// day, or too many claims.
    package func checkBeforeSigning() throws(IssuingFault) {
        if let fault = senseFault { throw .sense(fault) }
        guard !claims.blocks.isEmpty else { throw .noFact }
        if let day = claims.day(.dataAsOf) {
            let age = issued.number - day.number
            guard (0...Int(greatestDataAgeDays)).contains(age) else { throw .dataAge }
        }
        let size = payload.count + IssuedProof.envelopeBytes
        guard size <= Limits.tokenBytes else {
            throw .tooLarge(bytes: size, heaviest: heaviestOptionalClaims)
        }
    }
}
