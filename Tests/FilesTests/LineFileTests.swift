import Explaining
import Files
import TestSupport
import Testing

/// A file of lines grows by whole lines.
@Suite final class LineFileTests {
    private let folder = TemporaryFolder()

    private func open() throws(FileFault) -> LineFile {
        try LineFile(folder.file("log"), mode: 0o600, limit: 100)
    }

    @Test func whatWasAddedIsThereAgain() throws {
        #expect(try open().lines.isEmpty)
        try open().append(["un", "deux"])
        try open().append(["trois"])
        #expect(try open().lines == ["un", "deux", "trois"].map { Array($0.utf8) })
    }

    @Test func takesOffAHalfWrittenLine() throws {
        folder.write(Array("un\nde".utf8), as: "log")
        try open().append(["deux"])
        #expect(folder.contents(of: "log") == Array("un\ndeux\n".utf8))
    }

    @Test func isHeldByOneAtATime() throws {
        let held = try open()
        let fault = #expect(throws: FileFault.self) { _ = try self.open() }
        #expect(fault?.explanation.french.contains("un autre programme s’en sert") == true)
        try held.append([])
    }

    @Test func refusesWhatIsTooLargeOrNoFile() throws {
        folder.write([UInt8](repeating: 10, count: 101), as: "log")
        #expect(throws: FileFault.self) { _ = try self.open() }
        #expect(throws: FileFault.self) {
            _ = try LineFile(self.folder.path, mode: 0o600, limit: 100)
        }
    }
}
