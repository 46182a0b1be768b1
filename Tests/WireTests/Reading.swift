import Wire

/// Reads from the start of `bytes`, and gives what was read and where reading stopped.
func reading<Value>(
    _ bytes: [UInt8],
    _ read: (borrowing Span<UInt8>, inout Int) throws(DecodeError) -> Value
) throws(DecodeError) -> (value: Value, end: Int) {
    var offset = 0
    let value = try read(bytes.span, &offset)
    return (value, offset)
}

/// The fault met, nil when all went well.
func fault<Value>(
    in bytes: [UInt8], _ read: (borrowing Span<UInt8>, inout Int) throws(DecodeError) -> Value
) -> DecodeError? {
    do throws(DecodeError) {
        _ = try reading(bytes, read)
        return nil
    } catch {
        return error
    }
}

/// Passes over one unknown value, as deep as the format allows.
func skipping(
    _ input: borrowing Span<UInt8>, _ offset: inout Int
) throws(DecodeError) {
    try CBOR.skip(input, &offset, depth: Limits.unknownDepth)
}

func bytes(_ hexadecimal: String) -> [UInt8] { Hexadecimal.decode(hexadecimal) ?? [] }
