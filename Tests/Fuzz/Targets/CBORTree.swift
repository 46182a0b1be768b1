/// CBOR (RFC 8949) read generously and written strictly, apart from `Wire`: the fuzzer changes
/// inputs with it and holds `Wire` against it.
indirect enum CBORTree {
    case unsigned(UInt64)
    case negative(UInt64)
    case bytes([UInt8])
    /// A byte string whose content is an array or a map in its one form.
    case wrapped(CBORTree)
    case text([UInt8])
    case array([CBORTree])
    case map([Pair])
    case simple(UInt8)

    struct Pair {
        var key: CBORTree
        var value: CBORTree
    }

    /// Nil when the bytes are not one item, to their end.
    init?(_ bytes: [UInt8]) {
        var reader = CBORTreeReader(bytes)
        guard let tree = reader.item(depth: 16), reader.offset == bytes.count else { return nil }
        self = tree
    }

    /// Shortest heads, definite lengths, pairs in the order given.
    var encoded: [UInt8] {
        switch self {
        case .unsigned(let number): CBORTree.head(0, number)
        case .negative(let number): CBORTree.head(1, number)
        case .bytes(let bytes): CBORTree.head(2, UInt64(bytes.count)) + bytes
        case .wrapped(let tree): CBORTree.bytes(tree.encoded).encoded
        case .text(let bytes): CBORTree.head(3, UInt64(bytes.count)) + bytes
        case .array(let items):
            CBORTree.head(4, UInt64(items.count)) + items.flatMap(\.encoded)
        case .map(let pairs):
            CBORTree.head(5, UInt64(pairs.count))
                + pairs.flatMap { $0.key.encoded + $0.value.encoded }
        case .simple(let number): CBORTree.head(7, UInt64(number))
        }
    }

    private static func head(_ major: UInt8, _ argument: UInt64) -> [UInt8] {
        let width =
            switch argument {
            case 0..<24: 0
            case 24...0xFF: 1
            case 0x100...0xFFFF: 2
            case 0x1_0000...0xFFFF_FFFF: 4
            default: 8
            }
        guard width > 0 else { return [major << 5 | UInt8(argument)] }
        let information = UInt8(24 + width.trailingZeroBitCount)
        let places = stride(from: 8 * (width - 1), through: 0, by: -8)
        return [major << 5 | information]
            + places.map { UInt8(truncatingIfNeeded: argument >> UInt64($0)) }
    }

    /// Whether this is what `CBOR.skip` may pass over: integer keys in order and each once, valid
    /// UTF-8, no simple value but the booleans and null, few containers inside each other.
    func isPlain(depth: Int) -> Bool {
        switch self {
        case .unsigned, .negative, .bytes, .wrapped: true
        case .text(let bytes): String(validating: bytes, as: UTF8.self) != nil
        case .array(let items): depth > 0 && items.allSatisfy { $0.isPlain(depth: depth - 1) }
        case .map(let pairs):
            depth > 0 && pairs.allSatisfy { $0.key.isKey && $0.value.isPlain(depth: depth - 1) }
                && zip(pairs, pairs.dropFirst()).allSatisfy {
                    $0.key.encoded.lexicographicallyPrecedes($1.key.encoded)
                }
        case .simple(let number): (20...22).contains(number)
        }
    }

    fileprivate var isContainer: Bool {
        switch self {
        case .array, .map: true
        default: false
        }
    }

    private var isKey: Bool {
        switch self {
        case .unsigned(let number), .negative(let number): number <= UInt64(Int64.max)
        default: false
        }
    }

    /// The same without the map keys from 64 on, which a signed list may have besides its own.
    var withoutLaterKeys: CBORTree {
        switch self {
        case .array(let items): .array(items.map(\.withoutLaterKeys))
        case .map(let pairs):
            .map(
                pairs.filter { if case .unsigned(let key) = $0.key { key < 64 } else { true } }
                    .map { Pair(key: $0.key, value: $0.value.withoutLaterKeys) })
        default: self
        }
    }
}

/// Reads items one after the other.
private struct CBORTreeReader {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func item(depth: Int) -> CBORTree? {
        guard depth > 0, let (major, argument) = head() else { return nil }
        switch major {
        case 0: return .unsigned(argument)
        case 1: return .negative(argument)
        case 2:
            guard let content = take(argument) else { return nil }
            guard let tree = CBORTree(content), tree.isContainer, tree.encoded == content else {
                return .bytes(content)
            }
            return .wrapped(tree)
        case 3: return take(argument).map { .text($0) }
        case 4:
            // Every item takes a byte: nothing is reserved for more than can come.
            guard argument <= UInt64(bytes.count - offset) else { return nil }
            var items: [CBORTree] = []
            for _ in 0..<argument {
                guard let item = item(depth: depth - 1) else { return nil }
                items.append(item)
            }
            return .array(items)
        case 5:
            guard argument <= UInt64(bytes.count - offset) else { return nil }
            var pairs: [CBORTree.Pair] = []
            for _ in 0..<argument {
                guard let key = item(depth: depth - 1), let value = item(depth: depth - 1) else {
                    return nil
                }
                pairs.append(.init(key: key, value: value))
            }
            return .map(pairs)
        case 7: return argument < 24 ? .simple(UInt8(argument)) : nil
        default: return nil
        }
    }

    private mutating func head() -> (major: UInt8, argument: UInt64)? {
        guard offset < bytes.count else { return nil }
        let initial = bytes[offset]
        offset += 1
        let information = initial & 31
        guard information >= 24 else { return (initial >> 5, UInt64(information)) }
        guard information < 28, let rest = take(1 << UInt64(information - 24)) else { return nil }
        return (initial >> 5, rest.reduce(0) { $0 << 8 | UInt64($1) })
    }

    private mutating func take(_ count: UInt64) -> [UInt8]? {
        guard count <= UInt64(bytes.count - offset) else { return nil }
        defer { offset += Int(count) }
        return Array(bytes[offset..<offset + Int(count)])
    }
}
