import Glibc

/// Programs that stand where the reader should.
enum Programs {
    static func realReader() -> String? { built("justificatif-reader") }

    static func hostileReader() -> String? { built("HostileReader") }

    /// A program built with these tests: beside them or in a folder above.
    private static func built(_ name: String) -> String? {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = unsafe readlink("/proc/self/exe", &target, target.count)
        let running = String(
            decoding: target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for start in CommandLine.arguments + [running] where start.hasPrefix("/") {
            var folder = start.split(separator: "/").dropLast()
            while !folder.isEmpty {
                let candidate = "/" + folder.joined(separator: "/") + "/\(name)"
                if unsafe access(candidate, X_OK) == 0, isFile(candidate) { return candidate }
                folder = folder.dropLast()
            }
        }
        return nil
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
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
