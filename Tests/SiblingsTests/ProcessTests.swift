import Files
import Glibc
import Siblings
import TestSupport
import Testing

/// What a program that was started is given, and what is told of its end.
@Suite struct ProcessTests {
    /// Standard output of a shell script and how it ended.
    private func run(
        _ script: String, input: String = "", errors: SiblingProcess.Errors = .dropped
    ) throws -> (output: String, ending: Ending) {
        let input = try Descriptor(holding: Array(input.utf8))
        let output = try Descriptor(holding: [])
        var process = try SiblingProcess(
            "/bin/sh", ["-c", script], input: input.number, output: output.number, errors: errors)
        let ending = try process.ending(before: Deadline(seconds: 60))
        output.rewind()
        let bytes = try output.readAll(limit: 65_536, named: "output")
        return (String(decoding: bytes, as: UTF8.self), ending)
    }

    @Test func readsWhatItIsGivenAndWritesWhereItIsTold() throws {
        let (output, ending) = try run("tr a-c A-C; exit 7", input: "abc")
        #expect(output == "ABC")
        #expect(ending == .exit(code: 7))
    }

    @Test func tellsTheSignalThatEndedIt() throws {
        #expect(try run("kill -9 $$").ending == .signal(number: SIGKILL))
    }

    @Test func dropsOrSharesItsStandardError() throws {
        #expect(try run("readlink /proc/$$/fd/2").output == "/dev/null\n")
        let ours = String(decoding: Tool.output(of: "readlink /proc/$$/fd/2"), as: UTF8.self)
        #expect(try run("readlink /proc/$$/fd/2", errors: .shown).output == ours)
    }

    @Test func saysThatThereIsNoSuchProgram() throws {
        #expect(throws: SiblingFault.notFound(path: "/nowhere/reader")) {
            _ = try SiblingProcess(
                "/nowhere/reader", [], input: STDIN_FILENO, output: STDOUT_FILENO,
                errors: .dropped)
        }
    }
}
