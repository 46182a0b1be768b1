package import Wire

/// The keys of the payload (RFC 8392 and Spec/token.md 3.3).
enum PayloadKey {
    static let expires: Int64 = 4
    static let issued: Int64 = 6
    static let identifier: Int64 = 7
    static let claims: Int64 = -70_001
}

extension Justificatif {
    /// A payload that was read; its signature and its sense are still to be judged.
    package struct Reading: Equatable, Sendable {
        package let justificatif: Justificatif
        /// It holds a label or a choice that this version does not know.
        package let hasUnknownClaims: Bool
    }

    /// Reads a payload (Spec/token.md 3.3), or throws the first fault met.
    package static func read(_ input: borrowing Span<UInt8>) throws(DecodeError) -> Reading {
        var offset = 0
        guard try CBOR.readMapHead(input, &offset, limit: 4) == 4 else {
            throw DecodeError(.missingKey, at: 0)
        }
        var keys = CBOR.MapKeys()
        try expect(PayloadKey.expires, &keys, input, &offset)
        let expires = try readDay(input, &offset)
        try expect(PayloadKey.issued, &keys, input, &offset)
        let issued = try readDay(input, &offset)
        try expect(PayloadKey.identifier, &keys, input, &offset)
        let identifier = ProofIdentifier(number: try CBOR.readUInt128(input, &offset))
        try expect(PayloadKey.claims, &keys, input, &offset)
        let claims = try Claims.read(input, &offset, issued: issued)
        try CBOR.readEnd(input, offset)
        return Reading(
            justificatif: Justificatif(
                identifier: identifier, issued: issued, expires: expires, claims: claims.claims),
            hasUnknownClaims: claims.hasUnknown)
    }

    /// The payload to sign.
    package var payload: [UInt8] {
        var writer = CBORWriter()
        writer.map(4)
        writer.integer(PayloadKey.expires)
        writer.integer(expires.start.seconds)
        writer.integer(PayloadKey.issued)
        writer.integer(issued.start.seconds)
        writer.integer(PayloadKey.identifier)
        writer.byteString(identifier.bytes)
        writer.integer(PayloadKey.claims)
        claims.write(to: &writer, issued: issued)
        return writer.bytes
    }

    private static func expect(
        _ wanted: Int64, _ keys: inout CBOR.MapKeys, _ input: borrowing Span<UInt8>,
        _ offset: inout Int
    ) throws(DecodeError) {
        let start = offset
        guard try keys.next(input, &offset) == wanted else {
            throw DecodeError(.unknownKey, at: start)
        }
    }

    /// Seconds that are the first of a day: a more precise time of issue would track a person.
    private static func readDay(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Day {
        let start = offset
        let seconds = try CBOR.readUnsigned(input, &offset)
        guard seconds <= UInt64(Day.last) * UInt64(Day.seconds) else {
            throw DecodeError(.outOfRange, at: start)
        }
        guard seconds.isMultiple(of: UInt64(Day.seconds)) else {
            throw DecodeError(.notADay, at: start)
        }
        return Instant(seconds: Int64(seconds)).day
    }
}
