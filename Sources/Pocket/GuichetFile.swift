internal import CGuichet

/// A file of the counter page, built into the program.
struct GuichetFile {
    let name: String
    let text: String

    /// The page, its style sheet, the practice sheet, and the modules, each behind its imports.
    static let all: [GuichetFile] = {
        var count = 0
        guard let first = unsafe guichet_files(&count) else { return [] }
        return unsafe UnsafeBufferPointer(start: first, count: count).map { file in
            let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.length)
            return unsafe GuichetFile(
                name: String(cString: file.name), text: String(decoding: bytes, as: UTF8.self))
        }
    }()

    static func named(_ name: String) -> GuichetFile {
        guard let file = all.first(where: { $0.name == name }) else {
            preconditionFailure("\(name) is not built in")
        }
        return file
    }

    /// Its lines as the page has them: without indentation, and without those of comments, which
    /// have lines of their own.
    var lines: [Substring] {
        var isComment = false
        return text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
            if isComment || line.hasPrefix("/*") {
                isComment = !line.hasSuffix("*/")
                return false
            }
            return !line.hasPrefix("//")
        }
    }

    /// Lines of a script or a style sheet as one text.
    ///
    /// One that ends with a sign after which white space means nothing has the next behind it,
    /// unless a comment may be at its end.
    static func joined(_ lines: [Substring]) -> String {
        lines.map { line in
            let goesOn = line.last.map("{}([,;=>".contains) ?? true
            return goesOn && !line.contains("//") ? String(line) : line + "\n"
        }.joined()
    }
}
