import Glibc
import Testing

@testable import ReaderClient

/// Where the reader is looked for, in a folder made for it.
@Suite struct LocationTests {
    private func place(_ files: [String], _ body: (String) throws -> Void) rethrows {
        let scratch = ScratchFile([])
        let root = "\(scratch.path).d"
        for file in files {
            let folder = file.split(separator: "/").dropLast().joined(separator: "/")
            _ = Tool.output(
                of: """
                    mkdir -p \(root)/bin \(root)/\(folder); \
                    touch \(root)/\(file); chmod 755 \(root)/\(file)
                    """)
        }
        defer { _ = Tool.output(of: "rm -r \(root)") }
        try body("\(root)/bin")
    }

    @Test func takesTheOneBesideTheProgramFirst() throws {
        let both = ["bin/justificatif-reader", "libexec/justificatif/justificatif-reader"]
        try place(both) { folder in
            let reader = try PictureReader.installed(withProgramIn: folder)
            #expect(reader.path == "\(folder)/justificatif-reader")
        }
    }

    @Test func takesTheOneInLibexecNext() throws {
        try place(["libexec/justificatif/justificatif-reader"]) { folder in
            let reader = try PictureReader.installed(withProgramIn: folder)
            #expect(reader.path == "\(folder)/../libexec/justificatif/justificatif-reader")
        }
    }

    @Test func looksNowhereElse() {
        place(["other/justificatif-reader"]) { folder in
            #expect(throws: ReaderFailure.notFound(path: "\(folder)/justificatif-reader")) {
                try PictureReader.installed(withProgramIn: folder)
            }
        }
    }
}
