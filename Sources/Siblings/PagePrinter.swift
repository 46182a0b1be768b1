package import Explaining
internal import Files
internal import Glibc

/// Draws pages by `justificatif-page`: cairo and its fonts stay out of the programs that judge and
/// that hold keys (Spec/decisions/0007-page-program.md).
package struct PagePrinter: Sendable {
    /// The largest answer taken, in bytes; a page is some 40 kB.
    private static let byteLimit = 16_777_216
    /// A page takes some 30 ms.
    private static let deadlineSeconds = 60

    /// The page program.
    package let path: String

    /// Uses the program at `path`, which is looked at only when a page is drawn.
    package init(path: String) { self.path = path }

    /// The printer installed with the running program; throws `notFound`.
    package static func installed() throws(NamedSiblingFault) -> PagePrinter {
        do throws(SiblingFault) {
            return PagePrinter(path: try SiblingProgram.page.path())
        } catch { throw NamedSiblingFault(error, of: .page) }
    }

    /// The page of a token's text, judged and drawn by the program.
    ///
    /// `lists`, `roots` and `at` are those of `justificatif verify`. What the program has to say
    /// goes to our standard error, in `language`; the page itself is in French. Throws every case
    /// of `SiblingFault`, of the page program.
    package func page(
        ofText text: String, as format: PageFormat, lists: String, roots: String?, at: String?,
        _ language: Language
    ) throws(NamedSiblingFault) -> [UInt8] {
        do throws(SiblingFault) {
            return try answer(text, format, lists, roots, at, language)
        } catch { throw NamedSiblingFault(error, of: .page) }
    }

    private func answer(
        _ text: String, _ format: PageFormat, _ lists: String, _ roots: String?, _ at: String?,
        _ language: Language
    ) throws(SiblingFault) -> [UInt8] {
        // A file in memory: neither a pipe that may fill up, nor a name for others to find.
        let input = try memory(holding: Array(text.utf8))
        var arguments = [
            "--format", format.rawValue, "--lists", lists, "--lang", language.rawValue,
        ]
        if let roots { arguments += ["--roots", roots] }
        if let at { arguments += ["--at", at] }
        return try SiblingProcess.answer(
            of: path, arguments, input: input.number, errors: .shown, limit: PagePrinter.byteLimit,
            before: Deadline(seconds: PagePrinter.deadlineSeconds))
    }

    private func memory(holding bytes: [UInt8]) throws(SiblingFault) -> Descriptor {
        do throws(FileFault) { return try Descriptor(holding: bytes) } catch {
            throw .couldNotStart(errno: errno)
        }
    }
}

/// What a page is written as.
package enum PageFormat: String, CaseIterable, Sendable {
    /// For print.
    case pdf
    /// For screens and screen readers: the accessible alternative of the PDF.
    case html

    /// By the end of a file's name; nil for any other.
    package init?(ofFile path: String) {
        guard let format = PageFormat.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") })
        else { return nil }
        self = format
    }
}
