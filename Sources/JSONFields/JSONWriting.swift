internal import FoundationEssentials

extension JSONValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let fields):
            var container = encoder.container(keyedBy: AnyKey.self)
            for (name, value) in fields {
                try container.encode(value, forKey: AnyKey(stringValue: name))
            }
        case .array(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .null, .bool, .integer, .decimal, .string:
            try encode(toSingle: encoder.singleValueContainer())
        }
    }

    private func encode(toSingle container: consuming any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let flag): try container.encode(flag)
        case .integer(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        case .null, .array, .object: try container.encodeNil()
        }
    }

    /// One line, members in alphabetical order, without the line end.
    package func line() throws(JSONFault) -> String {
        String(decoding: try encoded(), as: UTF8.self)
    }

    /// The same with its line end, as a file takes it.
    package func lineBytes() throws(JSONFault) -> [UInt8] {
        var bytes = try encoded()
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func encoded() throws(JSONFault) -> [UInt8] {
        if let bytes = JSONLine.bytes(self) { return bytes }
        return Array(try text([.sortedKeys, .withoutEscapingSlashes]).utf8)
    }

    /// Indented for people, members in alphabetical order, with a line end.
    package func page() throws(JSONFault) -> String {
        try text([.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + "\n"
    }

    func text(_ formatting: JSONEncoder.OutputFormatting) throws(JSONFault) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw JSONFault("a number that JSON cannot hold")
        }
    }
}
