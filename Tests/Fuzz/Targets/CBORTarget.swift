import Wire

/// Values of a later version, and every way to read one thing.
enum CBORTarget: FuzzTarget {
    static let name = "cbor"
    static var mutator: (any Mutator)? { CBORMutator() }

    static func examine(_ input: [UInt8]) throws {
        try examineSkipping(input)
        try examineScalars(input)
        try examineStrings(input)
    }

    /// `Wire` passes over exactly what the other reader, asked strictly, calls plain.
    private static func examineSkipping(_ input: [UInt8]) throws {
        var offset = 0
        let skipped: ()? = try? CBOR.skip(input.span, &offset, depth: Limits.unknownDepth)
        try hold(offset <= input.count, "reading stays inside")
        let tree = CBORTree(input)
        let isPlain =
            tree.map { $0.encoded == input && $0.isPlain(depth: Limits.unknownDepth) } ?? false
        try hold(
            (skipped != nil && offset == input.count) == isPlain,
            "two readers agree on what is well-formed")
    }

    private static func examineScalars(_ input: [UInt8]) throws {
        var offset = 0
        if let number = try? CBOR.readUnsigned(input.span, &offset) {
            try holdForm(input, offset) { $0.unsigned(number) }
        }
        offset = 0
        if let number = try? CBOR.readInteger(input.span, &offset) {
            try holdForm(input, offset) { $0.integer(number) }
        }
        offset = 0
        if let flag = try? CBOR.readBool(input.span, &offset) {
            try holdForm(input, offset) { $0.bool(flag) }
        }
        offset = 0
        if CBOR.readNull(input.span, &offset) { try holdForm(input, offset) { $0.null() } }
    }

    private static func examineStrings(_ input: [UInt8]) throws {
        var offset = 0
        if let bytes = try? CBOR.readBytes(input.span, &offset, limit: 40) {
            try hold(bytes.count <= 40, "a limit limits")
            try holdForm(input, offset) { $0.byteString(bytes) }
        }
        offset = 0
        if let text = try? CBOR.readText(input.span, &offset, limit: 40) {
            try hold(text.utf8.count <= 40, "a limit limits")
            try holdForm(input, offset) { $0.text(text) }
        }
        offset = 0
        if let count = try? CBOR.readMapHead(input.span, &offset, limit: 40) {
            try hold(count <= 40, "a limit limits")
            try holdForm(input, offset) { $0.map(count) }
        }
    }

    private static func holdForm(
        _ input: [UInt8], _ end: Int, _ write: (inout CBORWriter) -> Void
    ) throws {
        var writer = CBORWriter()
        write(&writer)
        try hold(writer.bytes == Array(input[..<end]), "a value has one form")
    }
}
