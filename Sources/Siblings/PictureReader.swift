internal import Files

/// Reads pictures and documents, each in a process of its own that ends with it.
///
/// One process a picture, because a picture that takes over a longer-lived reader would choose the
/// texts of all later ones (Spec/reader.md 1).
package struct PictureReader: Sendable {
    /// The reader program.
    package let path: String

    /// Uses the program at `path`, which is looked at only when a picture is read.
    package init(path: String) {
        self.path = path
    }

    /// The reader installed with the running program; throws `notFound`.
    package static func installed() throws(SiblingFault) -> PictureReader {
        PictureReader(path: try SiblingProgram.reader.path())
    }

    /// Reads the picture behind `descriptor`, from its present offset to its end.
    ///
    /// The descriptor, a file or a pipe, becomes the standard input of the reader; it stays open
    /// here, and a file's offset has moved afterwards. Returns within `deadlineSeconds` (0...3600,
    /// others are brought to the nearer end) and never leaves a process behind. SIGCHLD must not be
    /// ignored in this process. Throws every case of `SiblingFault`.
    package func read(
        descriptor: Int32, deadlineSeconds: Int = 30
    ) throws(SiblingFault) -> PictureAnswer {
        let bytes = try SiblingProcess.answer(
            of: path, [], input: descriptor, errors: .dropped, limit: AnswerFormat.bytes,
            before: Deadline(seconds: deadlineSeconds))
        return try PictureAnswer(answer: bytes)
    }

    /// Reads the pages of the TIFF behind `descriptor`; all is as of
    /// `read(descriptor:deadlineSeconds:)`.
    package func readTIFF(
        descriptor: Int32, deadlineSeconds: Int = 60
    ) throws(SiblingFault) -> DocumentAnswer {
        let bytes = try pageAnswers(
            ["--pages-of-tiff"], input: descriptor, before: Deadline(seconds: deadlineSeconds))
        return try DocumentAnswer(answer: bytes)
    }

    /// Reads the pages of the PDF behind `descriptor`, from its present offset to its end.
    ///
    /// Two processes of the reader program, one after the other in a pipe: the first becomes the
    /// system's `pdftoppm` and can do nothing but read what is installed, the second sees only
    /// pixels. Everything else is as of `read(descriptor:deadlineSeconds:)`. A document that
    /// `pdftoppm` cannot read to its end is `damaged`, also for want of its password.
    package func readPDF(
        descriptor: Int32, deadlineSeconds: Int = 60
    ) throws(SiblingFault) -> DocumentAnswer {
        let deadline = Deadline(seconds: deadlineSeconds)
        let ends = try PipeEnds()
        var converter = try SiblingProcess(
            path, ["--pages-of-pdf"], input: descriptor, output: ends.writing.number,
            errors: .dropped)
        let pages = ends.intoReading()
        let bytes = try pageAnswers(["--pages"], input: pages.number, before: deadline)
        // A converter must notice that its only reader is gone.
        _ = consume pages
        let answer = try DocumentAnswer(answer: bytes)
        let ending = try converter.ending(before: deadline)
        switch ending {
        case .done: return answer
        case .toolMissing: return .unreadable(.pdfDisabled)
        // Faults of this machine and not of the document.
        case .notConfined, .libraryMissing: throw .ended(ending)
        case .exit, .signal:
            // The side that stops first ends the other; if it was the reader, it has said why.
            if case .unreadable = answer { return answer }
            return .unreadable(.damaged)
        }
    }

    private func pageAnswers(
        _ arguments: [String], input: Int32, before deadline: Deadline
    ) throws(SiblingFault) -> [UInt8] {
        try SiblingProcess.answer(
            of: path, arguments, input: input, errors: .dropped,
            limit: AnswerFormat.pages * AnswerFormat.bytes + 2, before: deadline)
    }
}
