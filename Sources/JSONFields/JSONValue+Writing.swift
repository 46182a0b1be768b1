extension JSONValue {
    /// One line, members in the order of the bytes of their names, without the line end.
    package func line() -> String { String(decoding: written(.oneLine), as: UTF8.self) }

    /// The same with its line end, as a file takes it.
    package func lineBytes() -> [UInt8] {
        var bytes = written(.oneLine)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// Indented for people, members in the same order, with a line end.
    package func page() -> String {
        String(decoding: written(.indented), as: UTF8.self) + "\n"
    }

    private func written(_ style: JSONWriter.Style) -> [UInt8] {
        var writer = JSONWriter(style)
        writer.write(self)
        return writer.bytes
    }
}

/// Writes values as UTF-8, without escaping more than RFC 8259 asks for.
private struct JSONWriter {
    enum Style { case oneLine, indented }

    private let style: Style
    private(set) var bytes: [UInt8] = []
    private var depth = 0

    init(_ style: Style) {
        self.style = style
        bytes.reserveCapacity(1_024)
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .decimal(let written): bytes += written.utf8
        case .string(let text): write(text)
        case .array(let items):
            write(items.count, between: "[", "]") { writer, place in writer.write(items[place]) }
        case .object(let object):
            write(object.count, between: "{", "}") { writer, place in
                let member = object.members[place]
                writer.write(member.name)
                writer.bytes += (writer.style == .oneLine ? ":" : " : ").utf8
                writer.write(member.value)
            }
        }
    }

    private mutating func write(
        _ count: Int, between opening: Unicode.Scalar, _ closing: Unicode.Scalar,
        each write: (inout JSONWriter, Int) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        depth += 1
        for place in 0..<count {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            write(&self, place)
        }
        depth -= 1
        if count > 0 { breakLine() }
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func breakLine() {
        guard style == .indented else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if JSONWriter.isPlain(text.utf8.span) {
            bytes += text.utf8
        } else {
            for byte in text.utf8 { write(escaping: byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether nothing has to be escaped, as in nearly every text.
    private static func isPlain(_ text: borrowing Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return false
            default: break
            }
        }
        return true
    }

    private mutating func write(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x08: bytes += "\\b".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0C: bytes += "\\f".utf8
        case 0x0D: bytes += "\\r".utf8
        case 0..<0x10: bytes += "\\u000\(String(byte, radix: 16))".utf8
        case 0x10..<0x20: bytes += "\\u00\(String(byte, radix: 16))".utf8
        default: bytes.append(byte)
        }
    }
}
