package import Proofs
package import Wire

/// A revocation list that a delegated key has signed for its source.
///
/// It cannot be built in any other way.
package final class RevocationList: Sendable {
    package let content: RevocationListContent
    /// The key that signed.
    package let kid: KeyIdentifier
    private let hasher: any Hashing

    /// Checks the signature, then the content (Spec/lists.md 4.6).
    ///
    /// Throws `malformed` for a fault in the bytes, `wrongKey` unless a key of the source signed,
    /// `wrongList` for the list of another id and `wrongEpoch` for another epoch than the trust
    /// list's.
    package init(
        authenticating bytes: [UInt8], for source: RevocationSource,
        _ crypto: some SignatureChecking & Hashing
    ) throws(RevocationListRefusal) {
        let message = try RevocationList.message(bytes)
        guard
            let key = source.keys.first(where: { $0.identifier(crypto) == message.kid }),
            message.isSigned(by: key, .revocations, crypto)
        else { throw .wrongKey(message.kid) }
        do {
            content = try RevocationListContent(reading: message.payload.span)
        } catch {
            throw .malformed(DecodeError(error.code, at: message.payloadOffset + error.offset))
        }
        guard content.identifier == source.identifier else {
            throw .wrongList(content.identifier)
        }
        guard content.epoch == source.epoch else {
            throw .wrongEpoch(content.epoch, wanted: source.epoch)
        }
        kid = message.kid
        hasher = crypto
    }

    /// The id a list gives itself, before anything about it is proved.
    ///
    /// Nothing else of the payload is read, not even how many keys there are (R1).
    package static func claimedIdentifier(
        in bytes: [UInt8]
    ) throws(RevocationListRefusal) -> String {
        let payload = try message(bytes).payload
        do throws(DecodeError) {
            var offset = 0
            let head = try CBOR.readHead(payload.span, &offset)
            guard head.major == .map else { throw DecodeError(.wrongType, at: 0) }
            var keys = MapFields.Keys(count: head.argument > 0 ? 1 : 0, known: 11)
            try MapFields.expect(1, &keys, payload.span, &offset)
            return try RevocationSource.readIdentifier(payload.span, &offset)
        } catch {
            throw .malformed(error)
        }
    }

    /// The mark that adopting a list leaves.
    static func mark(
        of content: RevocationListContent, in bytes: [UInt8], _ hasher: some Hashing
    ) throws(RevocationListRefusal) -> HighWaterMarks.Mark {
        HighWaterMarks.Mark(
            epoch: content.epoch, sequence: content.sequence,
            content: hasher.sha256(try message(bytes).payload.span))
    }

    private static func message(
        _ bytes: [UInt8]
    ) throws(RevocationListRefusal) -> SignedMessage {
        do {
            return try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes)
        } catch {
            throw .malformed(error)
        }
    }

    /// What the list says of a justificatif issued on `issued`.
    ///
    /// Its fingerprint is asked for only if something is revoked that could be it.
    package func status(
        of fingerprint: @autoclosure () -> Fingerprint, issued: Day
    ) -> RevocationStatus {
        content.status(of: fingerprint(), issued: issued, hasher)
    }
}
