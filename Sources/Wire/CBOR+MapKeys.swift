extension CBOR {
    /// Reads the integer keys of one map in the only allowed order, each at most once.
    ///
    /// Deterministic order is bytewise over the encoded keys (RFC 8949 section 4.2.1). For
    /// integers that is: unsigned ones ascending, then negative ones from -1 downwards.
    package struct MapKeys {
        private var previous: Int64?

        package init() {}

        /// The next key; `key-order` if it repeats the one before or comes before it.
        package mutating func next(
            _ input: borrowing Span<UInt8>, _ offset: inout Int
        ) throws(DecodeError) -> Int64 {
            let start = offset
            let key = try CBOR.readInteger(input, &offset)
            if let previous, !MapKeys.precedes(previous, key) {
                throw DecodeError(.keyOrder, at: start)
            }
            previous = key
            return key
        }

        private static func precedes(_ first: Int64, _ second: Int64) -> Bool {
            switch (first >= 0, second >= 0) {
            case (true, true): first < second
            case (true, false): true
            case (false, true): false
            case (false, false): first > second
            }
        }
    }
}
