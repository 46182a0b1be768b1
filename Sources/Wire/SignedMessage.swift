/// An untagged COSE_Sign1 (RFC 9052 section 4.2) of the one shape of Spec/token.md 3.2:
/// `[protected, {}, payload, signature]`.
///
/// Its signature is not yet checked.
package struct SignedMessage: Equatable, Sendable {
    package let header: ProtectedHeader
    package let payload: [UInt8]
    package let signature: Signature
    /// Where the payload begins, so that an error inside it names its place in the whole.
    package let payloadOffset: Int

    /// At least as many bytes as `signedBytes` adds to a payload.
    private static let signedOverhead = 64

    /// The key that signed it, as it says itself.
    package var kid: KeyIdentifier { header.kid }

    package init(signing payload: [UInt8], kid: KeyIdentifier, signature: Signature) {
        self.header = ProtectedHeader(kid: kid)
        self.payload = payload
        self.signature = signature
        self.payloadOffset = 0
    }

    /// Signs `payload` under the kid of the signer's key; throws what the signer throws.
    package init(
        signing payload: [UInt8], by signer: some Signing, in domain: SignatureDomain,
        _ hasher: some Hashing
    ) throws {
        let header = ProtectedHeader(kid: signer.publicKey.identifier(hasher))
        let signed = SignedMessage.signedBytes(header: header, payload: payload, domain)
        self.init(
            signing: payload, kid: header.kid, signature: try signer.signature(for: signed))
    }

    /// Decodes one message of at most `limit` bytes, or throws the first fault met.
    package init(decoding bytes: [UInt8], limit: Int) throws(DecodeError) {
        guard bytes.count <= limit else { throw DecodeError(.tooLong, at: limit) }
        var offset = 0
        try CBOR.readArrayHead(bytes.span, &offset, count: 4)
        header = try ProtectedHeader(bytes.span, &offset)
        _ = try CBOR.readMapHead(bytes.span, &offset, limit: 0)
        payload = try CBOR.readBytes(bytes.span, &offset, limit: .max)
        payloadOffset = offset - payload.count
        let signatureAt = offset
        let signed = try CBOR.readBytes(bytes.span, &offset, count: Signature.byteCount)
        try CBOR.readEnd(bytes.span, offset)
        guard let signature = Signature(signed) else {
            throw DecodeError(.wrongLength, at: signatureAt)
        }
        self.signature = signature
    }

    /// The bytes of the COSE_Sign1 message.
    package var encoded: [UInt8] {
        var writer = CBORWriter()
        writer.array(4)
        header.write(to: &writer)
        writer.map(0)
        writer.byteString(payload)
        writer.byteString(signature.bytes)
        return writer.bytes
    }

    /// The bytes that were signed.
    package func signedBytes(_ domain: SignatureDomain) -> [UInt8] {
        SignedMessage.signedBytes(header: header, payload: payload, domain)
    }

    /// The `Sig_structure` of RFC 9052 section 4.4 for one signer.
    package static func signedBytes(
        header: ProtectedHeader, payload: [UInt8], _ domain: SignatureDomain
    ) -> [UInt8] {
        var writer = CBORWriter(capacity: payload.count + signedOverhead)
        writer.array(4)
        writer.text("Signature1")
        header.write(to: &writer)
        writer.byteString(ofText: domain.rawValue)
        writer.byteString(payload)
        return writer.bytes
    }
}
