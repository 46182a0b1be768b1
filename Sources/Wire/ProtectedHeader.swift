/// The only protected header there is: `{1: -19, 4: kid}` (RFC 9864 Ed25519, RFC 9052 kid).
package struct ProtectedHeader: Equatable, Sendable {
    /// Ed25519 as a fully specified algorithm.
    ///
    /// The older number -8 (EdDSA) is refused: one algorithm, one number.
    package static let algorithm: Int64 = -19
    /// How long it is.
    static let byteCount = 5 + KeyIdentifier.byteCount
    package let kid: KeyIdentifier

    package init(kid: KeyIdentifier) { self.kid = kid }

    /// The bytes that are signed: a map of algorithm and kid.
    package var encoded: [UInt8] {
        [UInt8](capacity: ProtectedHeader.byteCount) { writeMap(to: &$0) }
    }

    /// Writes them as the byte string that a message holds.
    func write(to writer: inout CBORWriter) {
        writer.append(upTo: CBOR.headBytes + ProtectedHeader.byteCount) { write(to: &$0) }
    }

    /// The same into the signed bytes.
    func write(to output: inout OutputSpan<UInt8>) {
        output.appendHead(.bytes, UInt64(ProtectedHeader.byteCount))
        writeMap(to: &output)
    }

    private func writeMap(to output: inout OutputSpan<UInt8>) {
        output.appendHead(.map, 2)
        output.appendHead(.unsigned, 1)
        output.appendHead(.negative, UInt64(-1 - ProtectedHeader.algorithm))
        output.appendHead(.unsigned, 4)
        kid.write(to: &output)
    }

    /// Reads a byte string that holds the header, at `offset` of `input`.
    package init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) {
        let start = offset
        let range = try CBOR.readByteRange(input, &offset)
        do throws(DecodeError) {
            self = try ProtectedHeader(decoding: input.extracting(range))
        } catch {
            // Offsets inside the header are reported from the start of the whole message.
            let place = range.isEmpty ? start : range.lowerBound + error.offset
            throw DecodeError(error.code, at: place)
        }
    }

    private init(decoding header: borrowing Span<UInt8>) throws(DecodeError) {
        var offset = 0
        // However many pairs it says to have: a third key is refused where it is (M1).
        let count = try CBOR.readMapHead(header, &offset)
        guard count > 0 else { throw DecodeError(.missingKey, at: offset) }
        var keys = CBOR.MapKeys()
        let first = try keys.next(header, &offset)
        guard first == 1 else { throw DecodeError(first == 4 ? .missingKey : .unknownKey, at: 1) }
        let algorithmAt = offset
        guard try CBOR.readInteger(header, &offset) == ProtectedHeader.algorithm else {
            throw DecodeError(.wrongAlgorithm, at: algorithmAt)
        }
        let keyAt = offset
        guard count > 1 else { throw DecodeError(.missingKey, at: keyAt) }
        guard try keys.next(header, &offset) == 4 else {
            throw DecodeError(.unknownKey, at: keyAt)
        }
        kid = KeyIdentifier(number: try CBOR.readUInt64(header, &offset))
        if count > 2 {
            let moreAt = offset
            _ = try keys.next(header, &offset)
            throw DecodeError(.unknownKey, at: moreAt)
        }
        try CBOR.readEnd(header, offset)
    }
}
