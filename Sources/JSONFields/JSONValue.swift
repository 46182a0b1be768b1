internal import FoundationEssentials

/// A JSON value whose shape is not known before it is read.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case decimal(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The largest file of settings, claims or answers, in bytes.
    package static let byteLimit = 1_048_576

    /// Parses one value of at most `limit` bytes, in which no object has a name twice.
    ///
    /// `source` is what an error calls it: a file name or "standard input".
    package init(
        parsing bytes: [UInt8], from source: String, limit: Int = JSONValue.byteLimit
    ) throws(JSONFault) {
        guard bytes.count <= limit else {
            throw JSONFault("\(source): larger than \(limit) bytes")
        }
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw JSONFault("\(source): is not JSON (RFC 8259)")
        }
        guard let written = JSONValue.memberCount(in: bytes) else {
            throw JSONFault("\(source): is not JSON (RFC 8259)")
        }
        // Of a name that stands twice the decoder keeps one value, and nobody could say which.
        guard memberCount == written else {
            throw JSONFault("\(source): a name stands twice in one object; leave one of them out")
        }
    }

    /// How many members all objects in it have.
    private var memberCount: Int {
        switch self {
        case .object(let object): object.reduce(object.count) { $0 + $1.value.memberCount }
        case .array(let items): items.reduce(0) { $0 + $1.memberCount }
        case .null, .bool, .integer, .decimal, .string: 0
        }
    }

    /// The same of a text that the decoder took: each member has one colon outside of texts.
    ///
    /// Nil for what the decoder takes and RFC 8259 does not: a comma with nothing behind it, and
    /// another encoding than UTF-8, which shows in a zero byte.
    private static func memberCount(in text: [UInt8]) -> Int? {
        var count = 0
        var isInText = false
        var isEscaped = false
        var isBehindComma = false
        for byte in text {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case 0: return nil
            case UInt8(ascii: "\\"): isEscaped = isInText
            case UInt8(ascii: "\""):
                isInText.toggle()
                isBehindComma = false
            case _ where isInText, UInt8(ascii: " "), 0x09, 0x0A, 0x0D: break
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if isBehindComma { return nil }
            default:
                if byte == UInt8(ascii: ":") { count += 1 }
                isBehindComma = byte == UInt8(ascii: ",")
            }
        }
        return count
    }

    /// What kind of value it is, for an error.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer: "a whole number"
        case .decimal: "a number with decimals"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension JSONValue: Decodable {
    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: AnyKey.self) {
            let members = try container.allKeys.map {
                (key: $0.stringValue, value: try container.decode(JSONValue.self, forKey: $0))
            }
            self = .object(JSONObject(members))
        } else if var container = try? decoder.unkeyedContainer() {
            var items: [JSONValue] = []
            while !container.isAtEnd { items.append(try container.decode(JSONValue.self)) }
            self = .array(items)
        } else {
            self = try JSONValue.scalar(decoder.singleValueContainer())
        }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
        if container.decodeNil() { return .null }
        if let bool = try? container.decode(Bool.self) { return .bool(bool) }
        if let integer = try? container.decode(Int64.self) { return .integer(integer) }
        if let decimal = try? container.decode(Double.self) {
            // Beyond 2^53 nothing is left of decimals: what is whole is written, and read, as such.
            return Int64(exactly: decimal).map { .integer($0) } ?? .decimal(decimal)
        }
        return .string(try container.decode(String.self))
    }

    struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
