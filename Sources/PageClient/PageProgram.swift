internal import Files
internal import Siblings

/// `justificatif-page`, the sibling program that draws pages: cairo and its fonts stay out of the
/// programs that judge and that hold keys (Spec/decisions/0007-page-program.md).
package struct PageProgram: Sendable {
    /// The largest answer taken, in bytes; a page is some 40 kB.
    private static let byteLimit = 16_777_216

    package let path: String

    package init(path: String) { self.path = path }

    /// The page of a token's text, judged and drawn by the program.
    ///
    /// `lists`, `roots` and `at` are those of `justificatif verify`. What the program has to say
    /// goes to our standard error. Throws every case of `PageProgramFailure`.
    package func page(
        ofText text: String, as format: PageFormat, lists: String, roots: String?, at: String?
    ) throws(PageProgramFailure) -> [UInt8] {
        // Files in memory: neither pipes that may fill up, nor names for others to find.
        let input = try memory(holding: Array(text.utf8))
        let output = try memory(holding: [])
        var arguments = ["--format", format.rawValue, "--lists", lists]
        if let roots { arguments += ["--roots", roots] }
        if let at { arguments += ["--at", at] }
        let status = try run(arguments, input: input.number, output: output.number)
        guard status == 0 else { throw .ended(status: status) }
        output.rewind()
        do throws(FileFault) {
            return try output.readAll(limit: PageProgram.byteLimit, named: path)
        } catch { throw .answer(error.description) }
    }

    /// Its exit status, -1 after a signal.
    private func run(
        _ arguments: [String], input: Int32, output: Int32
    ) throws(PageProgramFailure) -> Int32 {
        do throws(SiblingFault) {
            var process = try SiblingProcess(
                path, arguments, input: input, output: output, errors: .shown)
            return if case .exit(let code) = try process.ending() { code } else { -1 }
        } catch { throw PageProgramFailure(error) }
    }

    private func memory(holding bytes: [UInt8]) throws(PageProgramFailure) -> Descriptor {
        do throws(FileFault) { return try Descriptor(holding: bytes) } catch {
            throw .answer(error.description)
        }
    }
}

/// Why the program gave no page.
package enum PageProgramFailure: Error, Equatable, Sendable {
    /// There is no program at this path.
    case notFound(path: String)
    /// The system refused a process.
    case couldNotStart(errno: Int32)
    /// It ended with this exit status, after saying why; -1 when a signal ended it.
    case ended(status: Int32)
    /// What it wrote could not be taken.
    case answer(String)

    init(_ fault: SiblingFault) {
        self =
            switch fault {
            case .notFound(let path): .notFound(path: path)
            case .couldNotStart(let number): .couldNotStart(errno: number)
            }
    }

    /// What to tell whoever asked for the page.
    package var message: String {
        switch self {
        case .notFound(let path): "\(path): no such program"
        case .couldNotStart(let number): "justificatif-page could not be started (errno \(number))"
        case .ended(let status): "justificatif-page gave no page (status \(status))"
        case .answer(let words): "the page could not be taken: \(words)"
        }
    }

    /// The status to end with (Spec/verdicts.md 4): the program's own, which its verdict gave it.
    package var status: Int32 {
        switch self {
        case .notFound: 78
        case .couldNotStart, .answer: 70
        case .ended(let status): status
        }
    }
}
