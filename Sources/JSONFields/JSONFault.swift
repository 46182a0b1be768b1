/// What is wrong with a JSON file, in one line: which file, which field, what to write.
package struct JSONFault: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// Why a text is not JSON, and where reading stopped.
struct JSONSyntaxFault: Error, Equatable, Sendable {
    /// Stable names.
    enum Code: String, CaseIterable, Sendable {
        case notUTF8 = "not-utf8"
        case byteOrderMark = "byte-order-mark"
        case unexpectedCharacter = "unexpected-character"
        case unexpectedEnd = "unexpected-end"
        case controlCharacter = "control-character"
        case escape = "escape"
        case loneSurrogate = "lone-surrogate"
        case leadingZero = "leading-zero"
        case nameTwice = "name-twice"
        case tooDeep = "too-deep"
        case afterValue = "after-value"
    }

    let code: Code
    /// Bytes from the start of the text.
    let offset: Int

    init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// The fault of the file `source` with this text: what is wrong, at which line and character.
    func fault(in source: String, _ text: [UInt8]) -> JSONFault {
        if code == .nameTwice {
            return JSONFault("\(source): a name stands twice in one object; leave one of them out")
        }
        let before = text.prefix(offset)
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
        let place = line == 1 ? "character \(column)" : "line \(line), character \(column)"
        if code == .notUTF8 { return JSONFault("\(source): is not UTF-8 at \(place)") }
        return JSONFault("\(source): is not JSON (RFC 8259) at \(place): \(code.words)")
    }
}

extension JSONSyntaxFault.Code {
    fileprivate var words: String {
        switch self {
        case .notUTF8: "bytes that are not UTF-8"
        case .byteOrderMark: "a byte order mark, which must go"
        case .unexpectedCharacter: "another character is expected here"
        case .unexpectedEnd: "the text ends too early"
        case .controlCharacter: "a line end, tab or control character inside a text"
        case .escape: "no such escape"
        case .loneSurrogate: "half of a surrogate pair"
        case .leadingZero: "a number with a zero in front"
        case .nameTwice: "a name that comes twice in one object"
        case .tooDeep: "more than \(JSONReading.depthLimit) levels"
        case .afterValue: "something follows the value"
        }
    }
}
