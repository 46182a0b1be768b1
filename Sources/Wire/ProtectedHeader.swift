/// The only protected header there is: `{1: -19, 4: kid}` (RFC 9864 Ed25519, RFC 9052 kid).
package struct ProtectedHeader: Equatable, Sendable {
    /// Ed25519 as a fully specified algorithm.
    ///
    /// The older number -8 (EdDSA) is refused: one algorithm, one number.
    package static let algorithm: Int64 = -19
    package let kid: KeyIdentifier

    package init(kid: KeyIdentifier) { self.kid = kid }

    /// The bytes that are signed: a map of algorithm and kid.
    package var encoded: [UInt8] {
        var writer = CBORWriter()
        writer.map(2)
        writer.unsigned(1)
        writer.integer(ProtectedHeader.algorithm)
        writer.unsigned(4)
        writer.byteString(kid.bytes)
        return writer.bytes
    }

    /// Reads a byte string that holds the header, at `offset` of `input`.
    package init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) {
        let start = offset
        let header = try CBOR.readBytes(input, &offset, limit: .max)
        // Offsets inside the header are reported from the start of the whole message.
        let base = offset - header.count
        do throws(DecodeError) {
            self = try ProtectedHeader(decoding: header)
        } catch {
            throw DecodeError(error.code, at: header.isEmpty ? start : base + error.offset)
        }
    }

    private init(decoding header: [UInt8]) throws(DecodeError) {
        var offset = 0
        // However many pairs it says to have: a third key is refused where it stands (M1).
        let count = try CBOR.readMapHead(header.span, &offset)
        guard count > 0 else { throw DecodeError(.missingKey, at: offset) }
        var keys = CBOR.MapKeys()
        let first = try keys.next(header.span, &offset)
        guard first == 1 else { throw DecodeError(first == 4 ? .missingKey : .unknownKey, at: 1) }
        let algorithmAt = offset
        guard try CBOR.readInteger(header.span, &offset) == ProtectedHeader.algorithm else {
            throw DecodeError(.wrongAlgorithm, at: algorithmAt)
        }
        let keyAt = offset
        guard count > 1 else { throw DecodeError(.missingKey, at: keyAt) }
        guard try keys.next(header.span, &offset) == 4 else {
            throw DecodeError(.unknownKey, at: keyAt)
        }
        let kidAt = offset
        let bytes = try CBOR.readBytes(header.span, &offset, count: KeyIdentifier.byteCount)
        if count > 2 {
            let moreAt = offset
            _ = try keys.next(header.span, &offset)
            throw DecodeError(.unknownKey, at: moreAt)
        }
        try CBOR.readEnd(header.span, offset)
        guard let kid = KeyIdentifier(bytes) else { throw DecodeError(.wrongLength, at: kidAt) }
        self.kid = kid
    }
}
