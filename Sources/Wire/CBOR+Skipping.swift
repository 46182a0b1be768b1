extension CBOR {
    /// Passes over one well-formed item whose meaning a later version will define.
    ///
    /// Even an unknown value has one form only: integers, strings, booleans, null, and arrays
    /// and maps of these with at most `depth` containers inside each other; map keys are
    /// integers in order (Spec/token.md 3.4).
    package static func skip(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, depth: Int
    ) throws(DecodeError) {
        let start = offset
        var ahead = offset
        let head = try readHead(input, &ahead)
        switch head.major {
        case .unsigned, .negative:
            offset = ahead
        case .bytes:
            _ = try readBytes(input, &offset, limit: .max)
        case .text:
            _ = try readText(input, &offset, limit: .max)
        case .array:
            guard depth > 0 else { throw DecodeError(.tooDeep, at: start) }
            let count = try readArrayHead(input, &offset, limit: .max)
            for _ in 0..<count { try skip(input, &offset, depth: depth - 1) }
        case .map:
            guard depth > 0 else { throw DecodeError(.tooDeep, at: start) }
            let count = try readMapHead(input, &offset, limit: .max)
            var keys = MapKeys()
            for _ in 0..<count {
                _ = try keys.next(input, &offset)
                try skip(input, &offset, depth: depth - 1)
            }
        case .simple:
            guard (20...22).contains(head.argument) else {
                throw DecodeError(.wrongType, at: start)
            }
            offset = ahead
        case .tag:
            throw DecodeError(.wrongType, at: start)
        }
    }
}
