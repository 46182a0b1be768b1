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
        if let line = JSONLine.text(self) { return line }
        return try text([.sortedKeys, .withoutEscapingSlashes])
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
