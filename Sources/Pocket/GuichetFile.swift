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

    /// Its lines as the page has them: without indentation, and without those of comments.
    var lines: [Substring] {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }
            .filter { line in !GuichetFile.comment.contains { line.hasPrefix($0) } }
    }

    private static let comment = ["//", "/*", "*"]
}
