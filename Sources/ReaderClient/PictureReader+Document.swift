internal import Siblings

extension PictureReader {
    /// Reads the pages of the PDF behind `descriptor`, from its present offset to its end.
    ///
    /// Two processes of the reader program, one after the other in a pipe: the first becomes the
    /// system's `pdftoppm` and can do nothing but read what is installed, the second sees only
    /// pixels. Everything else is as of `read(descriptor:deadlineSeconds:)`. A document that
    /// `pdftoppm` cannot read to its end is `damaged`, also for want of its password.
    package func readDocument(
        descriptor: Int32, deadlineSeconds: Int = 60
    ) throws(ReaderFailure) -> DocumentAnswer {
        let deadline = Deadline(seconds: deadlineSeconds)
        var pages = try AnswerPipe()
        var answers = try AnswerPipe()
        var converter = try pages.start(path, ["--pages-of-pdf"], input: descriptor)
        var reader = try pages.startReading(path, ["--pages"], into: &answers)
        let bytes = try answers.answer(
            limit: AnswerFormat.pages * AnswerFormat.bytes + 2, before: deadline)
        let ending = try reader.ending(before: deadline)
        guard ending == .exit(code: 0) else { throw .crashed(ending) }
        let answer = try DocumentAnswer(answer: bytes)
        switch try converter.ending(before: deadline) {
        case .exit(code: 0): return answer
        case .exit(code: 69): return .unreadable(.pdfDisabled)
        // It could not confine itself: a fault of this machine and not of the document.
        case .exit(code: 71): throw .crashed(.exit(code: 71))
        default:
            // Whoever stopped reading first ends the other; then the reader has said why.
            if case .unreadable = answer { return answer }
            return .unreadable(.damaged)
        }
    }
}
