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

    /// Parses one value of at most `limit` bytes.
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
        if let decimal = try? container.decode(Double.self) { return .decimal(decimal) }
        return .string(try container.decode(String.self))
    }

    struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
