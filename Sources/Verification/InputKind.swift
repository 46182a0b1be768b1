/// What the bytes of a file are, told from the bytes and never from its name.
package enum InputKind: Equatable, Sendable {
    /// PNG, JPEG or WebP: for the reader.
    case picture
    /// For the reader, page by page.
    case pdf
    /// For the reader, page by page.
    case tiff
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

    /// Of a file as a whole.
    package init(of bytes: [UInt8]) {
        if let kind = InputKind(announcedBy: bytes) {
            self = kind
        } else if InputKind.isOtherPicture(bytes.prefix(InputKind.headBytes)) {
            self = InputKind.ofOtherBytes(bytes)
        } else if let text = InputKind.utf16Text(bytes) {
            self = InputKind.isBlank(text) ? .empty : .text(text)
        } else if bytes.count > InputKind.textBytes {
            self = bytes.allSatisfy(InputKind.isTextual) ? .longText : InputKind.ofOtherBytes(bytes)
        } else if bytes.allSatisfy(InputKind.isTextual),
            let text = String(validating: bytes, as: UTF8.self)
        {
            self = InputKind.isBlank(text) ? .empty : .text(text)
        } else {
            self = InputKind.ofOtherBytes(bytes)
        }
    }

    /// What the first bytes of a file announce, 1,024 or all that there are; nothing where it
    /// takes the others to tell.
    package init?(announcedBy start: [UInt8]) {
        if InputKind.pictureStarts.contains(where: start.starts)
            || start.starts(with: "RIFF".utf8) && start.dropFirst(8).starts(with: "WEBP".utf8)
        {
            self = .picture
        } else if InputKind.tiffStarts.contains(where: start.starts) {
            self = .tiff
        } else if InputKind.isPDF(start.prefix(InputKind.headBytes)) {
            self = .pdf
        } else {
            return nil
        }
    }

    private static let pictureStarts: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF]]
    /// In either order of bytes.
    private static let tiffStarts: [[UInt8]] = [[0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A]]
    /// How far programs look for the head of a PDF: some others write something before it.
    private static let headBytes = 1_024
    private static let pdfHead = Array("%PDF-".utf8)
    /// SVG, PostScript and GIF.
    private static let svgHead = Array("<svg".utf8)
    private static let otherHeads = [svgHead, Array("%!PS".utf8), Array("GIF8".utf8)]

    private static func isPDF(_ start: ArraySlice<UInt8>) -> Bool {
        visible(start).starts(with: pdfHead)
    }

    /// Whether it begins as a picture that no reader of ours reads, and that may be a text.
    private static func isOtherPicture(_ start: ArraySlice<UInt8>) -> Bool {
        let head = visible(start)
        return otherHeads.contains(where: head.starts)
            || head.starts(with: "<?xml".utf8) && holds(start, svgHead)
    }

    /// Without what editors write first: a byte order mark and white space.
    private static func visible(_ start: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let rest = start.starts(with: byteOrderMark) ? start.dropFirst(3) : start
        return rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    private static func holds(_ start: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        start.indices.contains { start[$0...].starts(with: word) }
    }

    /// What is no text: a PDF behind other bytes, or nothing that is read.
    private static func ofOtherBytes(_ bytes: [UInt8]) -> InputKind {
        holds(bytes.prefix(headBytes), pdfHead) ? .pdf : .unknown
    }

    /// The text of UTF-16 with its byte order mark, as editors of Windows save it.
    private static func utf16Text(_ bytes: [UInt8]) -> String? {
        let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
        guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2),
            bytes.count <= InputKind.textBytes
        else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        return String(validating: units, as: UTF16.self)
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
