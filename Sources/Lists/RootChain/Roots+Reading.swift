package import Wire

extension Roots {
    /// Reads the payload of a root document (Spec/lists.md 2.2).
    ///
    /// Refuses a threshold that cannot be met (`out-of-range`), keys out of order or twice
    /// (`key-order`) and a key not of prime order.
    package init(
        reading payload: [UInt8], checkedBy checker: some SignatureChecking
    ) throws(DecodeError) {
        let input = payload.span
        var offset = 0
        var mapKeys = try MapFields.begin(input, &offset, known: 3)
        try MapFields.expect(1, &mapKeys, input, &offset)
        let version = try Roots.number(input, &offset, 1...UInt64(UInt32.max))
        try MapFields.expect(2, &mapKeys, input, &offset)
        let threshold = try Roots.number(input, &offset, 1...UInt64(Limits.rootKeys))
        try MapFields.expect(3, &mapKeys, input, &offset)
        let keysAt = offset
        let keyCount = try CBOR.readArrayHead(input, &offset, limit: Limits.rootKeys)
        guard keyCount > 0 else { throw DecodeError(.wrongLength, at: keysAt) }
        var keys: [PublicKey] = []
        for _ in 0..<keyCount {
            let keyAt = offset
            let key = try MapFields.readKey(input, &offset, checkedBy: checker)
            if let last = keys.last, !last.bytes.lexicographicallyPrecedes(key.bytes) {
                throw DecodeError(.keyOrder, at: keyAt)
            }
            keys.append(key)
        }
        try MapFields.end(&mapKeys, input, &offset)
        try CBOR.readEnd(input, offset)
        guard let roots = Roots(version: version, threshold: Int(threshold), keys: keys) else {
            throw DecodeError(.outOfRange, at: 1)
        }
        self = roots
    }

    private static func number(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, _ range: ClosedRange<UInt64>
    ) throws(DecodeError) -> UInt64 {
        let start = offset
        let number = try CBOR.readUnsigned(input, &offset)
        guard range.contains(number) else { throw DecodeError(.outOfRange, at: start) }
        return number
    }
}
