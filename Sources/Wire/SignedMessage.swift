/// An untagged COSE_Sign1 (RFC 9052 section 4.2) of the one shape of Spec/token.md 3.2:
/// `[protected, {}, payload, signature]`.
///
/// Its signature is not yet checked. What was decoded is a part of the bytes it was decoded from.
package struct SignedMessage: Equatable, Sendable {
    package let header: ProtectedHeader
    package let payload: ArraySlice<UInt8>
    package let signature: Signature

    /// The key that signed it, as it says itself.
    package var kid: KeyIdentifier { header.kid }

    /// Where the payload begins, so that an error inside it names its place in the whole.
    package var payloadOffset: Int { payload.startIndex }

    package init(signing payload: [UInt8], kid: KeyIdentifier, signature: Signature) {
        self.header = ProtectedHeader(kid: kid)
        self.payload = payload[...]
        self.signature = signature
    }

    /// Signs `payload` under the kid of the signer's key; throws what the signer throws.
    package init(
        signing payload: [UInt8], by signer: some Signing, in domain: SignatureDomain,
        _ hasher: some Hashing
    ) throws {
        let header = ProtectedHeader(kid: signer.publicKey.identifier(hasher))
        let signed = SignedMessage.signedBytes(header: header, payload: payload[...], domain)
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
        payload = bytes[try CBOR.readByteRange(bytes.span, &offset)]
        let signatureAt = offset
        let signed = try CBOR.readByteRange(bytes.span, &offset, count: Signature.byteCount)
        try CBOR.readEnd(bytes.span, offset)
        guard let signature = Signature(bytes[signed]) else {
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
}
