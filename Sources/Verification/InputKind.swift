/// What the bytes of a file are, told from the bytes and never from its name.
package enum InputKind: Equatable, Sendable {
    /// PNG or JPEG: for the reader.
    case picture
    /// PDF: for the reader, page by page.
    case document
    /// Text, still with the white space around it.
    case text(String)
    /// A text longer than any that holds a code.
    case longText
    /// Nothing in it.
    case empty
    /// Neither.
    case unknown

    /// The longest text that is searched, in bytes: a page or a mail with a code in it is a third.
    package static let textBytes = 65_536

    package init(of bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .picture
        } else if bytes.starts(with: "%PDF-".utf8) {
            self = .document
        } else if bytes.count > InputKind.textBytes {
            self = bytes.allSatisfy(InputKind.isTextual) ? .longText : .unknown
        } else if bytes.allSatisfy(InputKind.isTextual),
            let text = String(validating: bytes, as: UTF8.self)
        {
            self = InputKind.isBlank(text) ? .empty : .text(text)
        } else {
            self = .unknown
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        // Nearly every text has a letter first, which needs no table of Unicode's.
        let hasLetter = text.utf8.first.map { (0x21...0x7E).contains($0) } ?? false
        return !hasLetter && text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// Every byte of a character beyond ASCII is 0x80 or more.
    private static func isTextual(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte)
    }
}
