extension PictureAnswer {
    /// Parses an answer, which a hostile picture may have written; see `AnswerFormat`.
    ///
    /// Everything is checked and nothing is repaired: an unknown status, a count or length beyond
    /// its limit, a text that is not UTF-8 or found twice, a missing or a trailing byte makes the
    /// whole answer `badAnswer`, since the true reader writes none of these.
    init(answer: [UInt8]) throws(ReaderFailure) {
        let bytes = answer.span
        var offset = 0
        self = try PictureAnswer(bytes, &offset)
        guard offset == bytes.count else { throw .badAnswer }
    }

    /// Parses the answer that begins at `offset` and moves it to the end of that answer.
    init(_ bytes: borrowing Span<UInt8>, _ offset: inout Int) throws(ReaderFailure) {
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
    ) throws(ReaderFailure) -> String {
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
