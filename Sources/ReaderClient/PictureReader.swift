internal import Siblings

/// Reads pictures, each in a process of its own that ends with it.
///
/// One process a picture, because a picture that takes over a longer-lived reader would choose the
/// texts of all later ones (Spec/spool.md, "Reader").
package struct PictureReader: Sendable {
    /// The reader program.
    package let path: String

    /// Uses the program at `path`, which is looked at only when a picture is read.
    package init(path: String) {
        self.path = path
    }

    /// Reads the picture behind `descriptor`, from its present offset to its end.
    ///
    /// The descriptor, a file or a pipe, becomes the standard input of the reader; it stays open
    /// here, and a file's offset has moved afterwards. Returns within `deadlineSeconds` (0...3600,
    /// others are brought to the nearer end) and never leaves a process behind. SIGCHLD must not be
    /// ignored in this process. Throws every case of `ReaderFailure`.
    package func read(
        descriptor: Int32, deadlineSeconds: Int = 30
    ) throws(ReaderFailure) -> PictureAnswer {
        let deadline = Deadline(seconds: deadlineSeconds)
        var pipe = try AnswerPipe()
        var process = try pipe.start(path, input: descriptor)
        let answer = try pipe.answer(limit: AnswerFormat.bytes, before: deadline)
        let ending = try process.ending(before: deadline)
        guard ending == .exit(code: 0) else { throw .crashed(ending) }
        return try PictureAnswer(answer: answer)
    }
}
