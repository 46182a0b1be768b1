import Siblings
import TestSupport
import Testing

/// Where a program is looked for, in a folder made for it.
@Suite struct LocationTests {
    private func place(_ files: [String], _ body: (String) throws -> Void) rethrows {
        let root = TemporaryFolder()
        for file in files {
            let folder = file.split(separator: "/").dropLast().joined(separator: "/")
            _ = Tool.output(
                of: """
                    mkdir -p \(root.path)/bin \(root.path)/\(folder); \
                    touch \(root.file(file)); chmod 755 \(root.file(file))
                    """)
        }
        try body("\(root.path)/bin")
    }

    @Test func takesTheOneBesideTheProgramFirst() throws {
        try place(["bin/justificatif-reader", "libexec/justificatif/justificatif-reader"]) {
            folder in
            let path = try SiblingProgram.reader.path(besideProgramIn: folder)
            #expect(path == "\(folder)/justificatif-reader")
        }
    }

    @Test func takesTheOneInLibexecNext() throws {
        try place(["libexec/justificatif/justificatif-reader"]) { folder in
            let path = try SiblingProgram.reader.path(besideProgramIn: folder)
            #expect(path == "\(folder)/../libexec/justificatif/justificatif-reader")
        }
    }

    @Test func looksNowhereElse() {
        place(["other/justificatif-reader"]) { folder in
            #expect(throws: SiblingFault.notFound(path: "\(folder)/justificatif-reader")) {
                try SiblingProgram.reader.path(besideProgramIn: folder)
            }
        }
    }
}
