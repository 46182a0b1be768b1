/// An untagged COSE_Sign (RFC 9052 section 4.1) signed by several keys:
/// `[h'', {}, payload, [[protected, {}, signature], ...]]` (Spec/lists.md 2).
///
/// Signatures are in ascending order of kid, each kid once, so that a key counts once and the
/// same signatures give the same bytes, no matter who signed first.
package struct JointlySignedMessage: Equatable, Sendable {
    /// One of the signatures, and the key that made it.
    package struct Part: Equatable, Sendable {
        package let kid: KeyIdentifier
        package let signature: Signature

        package init(kid: KeyIdentifier, signature: Signature) {
            self.kid = kid
            self.signature = signature
        }
    }

    package let payload: [UInt8]
    package private(set) var parts: [Part]

    package init(payload: [UInt8]) {
        self.payload = payload
        self.parts = []
    }

    /// Adds a signature, or replaces the one the same key made before.
    package mutating func add(_ part: Part) {
        parts.removeAll { $0.kid == part.kid }
        parts.append(part)
        parts.sort { $0.kid < $1.kid }
    }

    /// Decodes one message of at most `limit` bytes.
    ///
    /// Without any signature it is refused.
    package init(decoding bytes: [UInt8], limit: Int) throws(DecodeError) {
        guard bytes.count <= limit else { throw DecodeError(.tooLong, at: limit) }
        var offset = 0
        try self.init(bytes.span, &offset)
        try CBOR.readEnd(bytes.span, offset)
    }

    /// Reads one message at `offset` of `input`, which is bounded as a whole.
    package init(_ input: borrowing Span<UInt8>, _ offset: inout Int) throws(DecodeError) {
        try CBOR.readArrayHead(input, &offset, count: 4)
        _ = try CBOR.readBytes(input, &offset, count: 0)
        _ = try CBOR.readMapHead(input, &offset, limit: 0)
        payload = try CBOR.readBytes(input, &offset, limit: .max)
        let countAt = offset
        let count = try CBOR.readArrayHead(input, &offset, limit: Limits.signatures)
        guard count > 0 else { throw DecodeError(.wrongLength, at: countAt) }
        parts = []
        for _ in 0..<count {
            let partAt = offset
            let part = try JointlySignedMessage.readPart(input, &offset)
            if let last = parts.last, last.kid >= part.kid {
                throw DecodeError(.signatureOrder, at: partAt)
            }
            parts.append(part)
        }
    }

    private static func readPart(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Part {
        try CBOR.readArrayHead(input, &offset, count: 3)
        let header = try ProtectedHeader(input, &offset)
        _ = try CBOR.readMapHead(input, &offset, limit: 0)
        let signatureAt = offset
        let bytes = try CBOR.readBytes(input, &offset, count: Signature.byteCount)
        guard let signature = Signature(bytes) else {
            throw DecodeError(.wrongLength, at: signatureAt)
        }
        return Part(kid: header.kid, signature: signature)
    }

    /// The bytes of the COSE_Sign message.
    package var encoded: [UInt8] {
        var writer = CBORWriter()
        writer.array(4)
        writer.byteString([])
        writer.map(0)
        writer.byteString(payload)
        writer.array(parts.count)
        for part in parts {
            writer.array(3)
            ProtectedHeader(kid: part.kid).write(to: &writer)
            writer.map(0)
            writer.byteString(part.signature.bytes)
        }
        return writer.bytes
    }

    /// The `Sig_structure` of RFC 9052 section 4.4 for one of several signers.
    package func signedBytes(by kid: KeyIdentifier, _ domain: SignatureDomain) -> [UInt8] {
        // Beside the payload they are 63 bytes at most.
        [UInt8](capacity: payload.count + 64) { output in
            output.appendHead(.array, 5)
            output.append("Signature", as: .text)
            output.appendHead(.bytes, 0)
            ProtectedHeader(kid: kid).write(to: &output)
            output.append(domain.rawValue, as: .bytes)
            output.appendByteString(payload.span)
        }
    }

    /// How many of `keys` have signed this payload.
    ///
    /// Unknown signers are passed over.
    package func count(
        of keys: [PublicKey], _ domain: SignatureDomain,
        checkedBy checker: some SignatureChecking & Hashing
    ) -> Int {
        keys.count { key in
            let kid = key.identifier(checker)
            guard let part = parts.first(where: { $0.kid == kid }) else { return false }
            return checker.isValid(
                part.signature, for: signedBytes(by: kid, domain).span, by: key)
        }
    }
}
