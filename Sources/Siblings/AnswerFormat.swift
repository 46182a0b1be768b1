/// What the reader says about one picture.
package enum PictureAnswer: Equatable, Sendable {
    /// Distinct texts of the codes found, 0...8 of at most 4,296 UTF-8 bytes, in the order found.
    case texts([String])
    /// The picture was not looked at.
    case unreadable(UnreadableReason)
}

/// What the reader says about the pages of one document.
package enum DocumentAnswer: Equatable, Sendable {
    /// The texts of each page, in order, as of a picture; 1...64 pages.
    case pages([[String]])
    /// The document was not read to its end, so that nothing is known of it.
    case unreadable(UnreadableReason)
}

/// Why a picture or a document was not looked at.
package enum UnreadableReason: Sendable, CaseIterable {
    /// Neither PNG, JPEG, WebP, TIFF nor PDF, or a form of these that is not read.
    case notAPicture
    /// Beyond 32 MiB, 40 million pixels or 20,000 pixels a side.
    case tooLarge
    /// It cannot be decoded, or is locked by a password.
    case damaged
    /// No memory for its pixels.
    case outOfMemory
    /// A PDF or TIFF of more than 64 pages, or of more than 32 that are not blank.
    case tooManyPages
    /// A PDF, and no `pdftoppm` on this machine to turn it into pictures.
    case pdfDisabled
}

/// The answer of `justificatif-reader`, the only bytes that come back from a picture.
///
/// ```
/// status   1 byte   0 read, 1 not-a-picture, 2 too-large, 3 damaged, 4 out-of-memory,
///                   5 too-many-pages
/// count    1 byte   texts that follow, 0...8; 0 for any status but 0
/// count times:
///   length 2 bytes  big-endian, 0...4296
///   text   length bytes of UTF-8
/// ```
///
/// Nothing follows the last text. A document has such an answer for each page, one after the other;
/// one with a status other than 0 is the last. Only a document has status 5. The writing side is
/// AnswerBytes.swift of the program, which shares nothing of this file; a test holds the two
/// together through the real program.
enum AnswerFormat {
    static let texts = 8
    static let textBytes = 4_296
    /// Pages of a document that are read, and how many of them may be other than blank.
    static let pages = 64
    static let writtenPages = 32
    /// The status after the last of them if there are more.
    static let tooManyPages: UInt8 = 5
    /// The longest answer: one byte more is enough to know a bad one.
    static let bytes = 2 + texts * (2 + textBytes)
}

extension PictureAnswer {
    /// Parses an answer, which a hostile picture may have written.
    ///
    /// Everything is checked and nothing is repaired: an unknown status, a count or length beyond
    /// its limit, a text that is not UTF-8 or found twice, a missing or a trailing byte makes the
    /// whole answer `badAnswer`, since the true reader writes none of these.
    init(answer: [UInt8]) throws(SiblingFault) {
        let bytes = answer.span
        var offset = 0
        self = try PictureAnswer(bytes, &offset)
        guard offset == bytes.count else { throw .badAnswer }
    }

    /// Parses the answer that begins at `offset` and moves it to the end of that answer.
    init(_ bytes: borrowing Span<UInt8>, _ offset: inout Int) throws(SiblingFault) {
        guard bytes.count - offset >= 2 else { throw .badAnswer }
        let status = bytes[offset]
        let count = Int(bytes[offset + 1])
        offset += 2
        guard status == 0 else {
            guard let reason = UnreadableReason(status: status), count == 0 else {
                throw .badAnswer
            }
            self = .unreadable(reason)
            return
        }
        guard count <= AnswerFormat.texts else { throw .badAnswer }
        var texts: [String] = []
        for _ in 0..<count {
            let text = try Self.text(bytes, &offset)
            guard !texts.contains(text) else { throw .badAnswer }
            texts.append(text)
        }
        self = .texts(texts)
    }

    private static func text(
        _ bytes: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(SiblingFault) -> String {
        guard bytes.count - offset >= 2 else { throw .badAnswer }
        let length = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
        offset += 2
        guard length <= AnswerFormat.textBytes, length <= bytes.count - offset else {
            throw .badAnswer
        }
        let range = offset..<(offset + length)
        offset += length
        guard let utf8 = try? UTF8Span(validating: bytes.extracting(range)) else {
            throw .badAnswer
        }
        return String(copying: utf8)
    }
}

extension DocumentAnswer {
    /// Parses the answers of the pages, one after the other.
    init(answer: [UInt8]) throws(SiblingFault) {
        let bytes = answer.span
        var offset = 0
        var pages: [[String]] = []
        while offset < bytes.count {
            if bytes.count - offset == 2, bytes[offset] == AnswerFormat.tooManyPages,
                bytes[offset + 1] == 0, pages.count >= AnswerFormat.writtenPages
            {
                self = .unreadable(.tooManyPages)
                return
            }
            switch try PictureAnswer(bytes, &offset) {
            case .texts(let texts): pages.append(texts)
            case .unreadable(let reason):
                guard offset == bytes.count else { throw .badAnswer }
                self = .unreadable(reason)
                return
            }
            guard pages.count <= AnswerFormat.pages else { throw .badAnswer }
        }
        self = pages.isEmpty ? .unreadable(.damaged) : .pages(pages)
    }
}

extension UnreadableReason {
    /// The reason of a status byte.
    fileprivate init?(status: UInt8) {
        switch status {
        case 1: self = .notAPicture
        case 2: self = .tooLarge
        case 3: self = .damaged
        case 4: self = .outOfMemory
        default: return nil
        }
    }
}
