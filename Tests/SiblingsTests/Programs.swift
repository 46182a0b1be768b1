import Glibc
import TestSupport

/// Programs in the place of the reader.
enum Programs {
    static func realReader() -> String? { BuiltProgram.path(of: "justificatif-reader") }

    static func hostileReader() -> String? { BuiltProgram.path(of: "HostileReader") }
}

/// A shell script that can be started.
struct Script: ~Copyable {
    let path: String

    /// Another process writes it: were it open for writing here, a test that starts something at
    /// this instant would hand the descriptor on, and the script would be "text file busy".
    init(_ body: String) {
        let text = ScratchFile(Array("#!/bin/sh\n\(body)\n".utf8))
        path = "\(text.path).sh"
        _ = Tool.output(of: "cat \(text.path) > \(path); chmod 700 \(path)")
    }

    deinit { unsafe unlink(path) }
}

/// Runs `body` with a descriptor that is opened for reading.
func withOpenFile<Result>(_ path: String, _ body: (Int32) throws -> Result) rethrows -> Result {
    let descriptor = unsafe open(path, O_RDONLY)
    precondition(descriptor >= 0, "cannot open \(path)")
    defer { close(descriptor) }
    return try body(descriptor)
}
