/// What the reader says about the pages of one document.
package enum DocumentAnswer: Equatable, Sendable {
    /// The texts of each page, in order, as of a picture; 1...16 pages.
    case pages([[String]])
    /// The document was not read to its end, so that nothing is known of it.
    case unreadable(UnreadableReason)

    /// Parses the answers of the pages, one after the other; see `AnswerFormat`.
    init(answer: [UInt8]) throws(ReaderFailure) {
        let bytes = answer.span
        var offset = 0
        var pages: [[String]] = []
        while offset < bytes.count {
            if bytes.count - offset == 2, bytes[offset] == AnswerFormat.tooManyPages,
                bytes[offset + 1] == 0, pages.count == AnswerFormat.pages
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
