/// A Swift file taken apart: what the compiler reads, and what only people read.
struct SwiftSource {
    let path: String
    let lines: [String]
    /// Line by line, comments and the content of texts blanked out; interpolations stay.
    let code: [String]
    /// Line by line, the comments alone.
    let comments: [String]

    init(path: String, text: String) {
        self.path = path
        var scanner = Scanner(text)
        scanner.scanCode(until: nil)
        lines = SwiftSource.split(Array(text.utf8))
        code = SwiftSource.split(scanner.code)
        comments = SwiftSource.split(scanner.comments)
    }

    private static func split(_ bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// The line counted from 1, for a message.
    func place(_ index: Int) -> String { "\(path):\(index + 1)" }
}

/// Copies each byte to code, to comments, or to neither, and a space in its stead elsewhere.
private struct Scanner {
    private static let lineComment = Array("//".utf8)
    private static let opening = Array("/*".utf8)
    private static let closing = Array("*/".utf8)
    private static let threeQuotes = Array("\"\"\"".utf8)
    private static let quote = Array("\"".utf8)

    private let bytes: [UInt8]
    private var place = 0
    private(set) var code: [UInt8] = []
    private(set) var comments: [UInt8] = []

    init(_ text: String) { bytes = Array(text.utf8) }

    private func sees(_ text: [UInt8]) -> Bool {
        guard bytes[place] == text[0], place + text.count <= bytes.count else { return false }
        for index in text.indices where bytes[place + index] != text[index] { return false }
        return true
    }

    private enum Kind { case code, comment, text }

    private mutating func take(_ count: Int, _ kind: Kind) {
        let end = min(place + count, bytes.count)
        while place < end {
            let byte = bytes[place]
            let blank: UInt8 = byte == 0x0A ? byte : 0x20
            code.append(kind == .code ? byte : blank)
            comments.append(kind == .comment ? byte : blank)
            place += 1
        }
    }

    /// Scans to the end, or to the parenthesis that closes an interpolation.
    mutating func scanCode(until closing: UInt8?) {
        var depth = 0
        while place < bytes.count {
            if sees(Scanner.lineComment) {
                while place < bytes.count, bytes[place] != 0x0A { take(1, .comment) }
            } else if sees(Scanner.opening) {
                scanBlockComment()
            } else if let hashes = openingHashes() {
                scanText(hashes: hashes)
            } else {
                if bytes[place] == UInt8(ascii: "(") { depth += 1 }
                if bytes[place] == UInt8(ascii: ")") {
                    if depth == 0, bytes[place] == closing { return }
                    depth -= 1
                }
                take(1, .code)
            }
        }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            let begins = sees(Scanner.opening)
            let ends = sees(Scanner.closing)
            depth += (begins ? 1 : 0) - (ends ? 1 : 0)
            take(begins || ends ? 2 : 1, .comment)
        } while depth > 0 && place < bytes.count
    }

    /// How many `#` come before a quotation mark here; nil when no text begins.
    private func openingHashes() -> Int? {
        var quote = place
        while quote < bytes.count, bytes[quote] == UInt8(ascii: "#") { quote += 1 }
        return quote < bytes.count && bytes[quote] == UInt8(ascii: "\"") ? quote - place : nil
    }

    private mutating func scanText(hashes: Int) {
        let marks = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let escape = [UInt8(ascii: "\\")] + marks
        let interpolation = escape + [UInt8(ascii: "(")]
        take(hashes, .text)
        let quote = sees(Scanner.threeQuotes) ? Scanner.threeQuotes : Scanner.quote
        let end = quote + marks
        take(quote.count, .text)
        while place < bytes.count {
            if sees(interpolation) {
                take(interpolation.count, .text)
                scanCode(until: UInt8(ascii: ")"))
                take(1, .text)
            } else if sees(escape) {
                take(escape.count + 1, .text)
            } else if sees(end) {
                take(end.count, .text)
                return
            } else {
                take(1, .text)
            }
        }
    }
}
