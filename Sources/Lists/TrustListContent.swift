package import Proofs
package import Wire

/// What a trust list says, signed or still to be signed (Spec/lists.md 3.1).
package struct TrustListContent: Equatable, Sendable {
    /// Rises with every publication; a verifier never goes back.
    package let sequence: UInt64
    package let issued: Instant
    /// From this instant on verdicts tell the age of the list.
    package let warnAfter: Instant
    /// From this instant on nothing can be judged with it.
    package let refuseAfter: Instant
    package let revocationSources: [RevocationSource]
    package let issuers: [Issuer]

    package init(
        sequence: UInt64, issued: Instant, warnAfter: Instant, refuseAfter: Instant,
        revocationSources: [RevocationSource], issuers: [Issuer]
    ) {
        self.sequence = sequence
        self.issued = issued
        self.warnAfter = warnAfter
        self.refuseAfter = refuseAfter
        self.revocationSources = revocationSources.sorted { $0.identifier < $1.identifier }
        self.issuers = issuers.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    }

    /// The payload of a trust list, as Spec/lists.md 3 has it: what the roots sign.
    package var payload: [UInt8] {
        var writer = CBORWriter()
        writer.map(6)
        writer.unsigned(1)
        writer.unsigned(sequence)
        for (key, instant) in [(2, issued), (3, warnAfter), (4, refuseAfter)] {
            writer.unsigned(UInt64(key))
            writer.integer(instant.seconds)
        }
        writer.unsigned(5)
        writer.array(revocationSources.count)
        for source in revocationSources { source.write(to: &writer) }
        writer.unsigned(6)
        writer.array(issuers.count)
        for issuer in issuers { issuer.write(to: &writer) }
        return writer.bytes
    }

    /// Reads a payload.
    ///
    /// Refuses what `fault` would refuse, and every key not of prime order.
    package init(
        reading payload: [UInt8], checkedBy checker: some SignatureChecking & Hashing
    ) throws(DecodeError) {
        let input = payload.span
        var offset = 0
        var keys = try MapFields.begin(input, &offset, known: 6)
        try MapFields.expect(1, &keys, input, &offset)
        sequence = try CBOR.readUnsigned(input, &offset)
        try MapFields.expect(2, &keys, input, &offset)
        issued = try MapFields.readInstant(input, &offset)
        try MapFields.expect(3, &keys, input, &offset)
        warnAfter = try MapFields.readInstant(input, &offset)
        try MapFields.expect(4, &keys, input, &offset)
        refuseAfter = try MapFields.readInstant(input, &offset)
        try MapFields.expect(5, &keys, input, &offset)
        revocationSources = try TrustListContent.readSources(input, &offset, checkedBy: checker)
        try MapFields.expect(6, &keys, input, &offset)
        issuers = try TrustListContent.readIssuers(input, &offset, checkedBy: checker)
        try MapFields.end(&keys, input, &offset)
        try CBOR.readEnd(input, offset)
        if let fault = fault(checker) { throw DecodeError(fault.code, at: 0) }
    }

    private static func readSources(
        _ input: borrowing Span<UInt8>, _ offset: inout Int,
        checkedBy checker: some SignatureChecking
    ) throws(DecodeError) -> [RevocationSource] {
        var sources: [RevocationSource] = []
        for _ in 0..<(try CBOR.readArrayHead(input, &offset, limit: Limits.revocationLists)) {
            let start = offset
            let source = try RevocationSource(input, &offset, checkedBy: checker)
            if let last = sources.last, last.identifier >= source.identifier {
                throw DecodeError(.keyOrder, at: start)
            }
            sources.append(source)
        }
        return sources
    }

    private static func readIssuers(
        _ input: borrowing Span<UInt8>, _ offset: inout Int,
        checkedBy checker: some SignatureChecking
    ) throws(DecodeError) -> [Issuer] {
        var issuers: [Issuer] = []
        for _ in 0..<(try CBOR.readArrayHead(input, &offset, limit: Limits.issuers)) {
            let start = offset
            let issuer = try Issuer(input, &offset, checkedBy: checker)
            if let last = issuers.last,
                !last.key.bytes.lexicographicallyPrecedes(issuer.key.bytes)
            {
                throw DecodeError(.keyOrder, at: start)
            }
            issuers.append(issuer)
        }
        return issuers
    }

    /// The rules between fields, run before signing and when loading: dates in order, no kid
    /// twice, no key in two roles, only revocation lists that are named.
    package func fault(_ hasher: some Hashing) -> TrustListFault? {
        guard issued < warnAfter, warnAfter < refuseAfter else { return .dateOrder }
        let delegated = revocationSources.flatMap(\.keys)
        let all = issuers.map(\.key) + delegated
        guard Set(all.map { $0.identifier(hasher) }).count == all.count else {
            return .duplicateKey
        }
        let named = Set(revocationSources.map(\.identifier))
        guard issuers.compactMap(\.revocationList).allSatisfy(named.contains) else {
            return .unknownList
        }
        return nil
    }
}

/// What no single field is at fault for (Spec/lists.md 3.4).
package enum TrustListFault: Sendable {
    case dateOrder, duplicateKey, unknownList

    package var code: DecodeError.Code {
        switch self {
        case .dateOrder: .dateOrder
        case .duplicateKey: .duplicateKey
        case .unknownList: .unknownList
        }
    }
}
