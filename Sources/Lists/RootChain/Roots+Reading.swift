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
        let count = try MapFields.begin(input, &offset, known: 3)
        var mapKeys = CBOR.MapKeys()
        try MapFields.expect(1, &mapKeys, input, &offset)
        let version = try CBOR.readUnsigned(input, &offset)
        try MapFields.expect(2, &mapKeys, input, &offset)
        let threshold = try CBOR.readUnsigned(input, &offset)
        try MapFields.expect(3, &mapKeys, input, &offset)
        var keys: [PublicKey] = []
        for _ in 0..<(try CBOR.readArrayHead(input, &offset, limit: Limits.rootKeys)) {
            let keyAt = offset
            let key = try MapFields.readKey(input, &offset, checkedBy: checker)
            if let last = keys.last, !last.bytes.lexicographicallyPrecedes(key.bytes) {
                throw DecodeError(.keyOrder, at: keyAt)
            }
            keys.append(key)
        }
        try MapFields.end(&mapKeys, input, &offset, remaining: count - 3)
        try CBOR.readEnd(input, offset)
        guard let needed = Int(exactly: threshold),
            let roots = Roots(version: version, threshold: needed, keys: keys)
        else { throw DecodeError(.outOfRange, at: 1) }
        self = roots
    }
}
