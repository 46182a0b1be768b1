import Foundation
import TestSupport

/// What a program did.
struct Outcome {
    /// The exit status; -1 when a signal ended it.
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// Each line of output as a JSON object.
    var objects: [[String: Any]] {
        lines.compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    var verdicts: [String] { objects.compactMap { $0["verdict"] as? String } }
}

/// Runs the programs as they were built with these tests, and tools of the machine.
enum Command {
    static func path(of program: String) -> String { BuiltProgram.path(of: program) ?? program }

    static func verifier(_ arguments: String..., input: [UInt8] = []) throws -> Outcome {
        try run(path(of: "justificatif"), arguments, input: input)
    }

    static func issuer(_ arguments: String..., input: [UInt8] = []) throws -> Outcome {
        try run(path(of: "justificatif-issuer"), arguments, input: input)
    }

    /// A command line of the machine's own tools.
    static func shell(_ line: String) throws -> Outcome { try run("/bin/sh", ["-c", line]) }

    static func isInstalled(_ tool: String) -> Bool {
        (try? shell("command -v \(tool)").status) == 0
    }

    /// Runs a program to its end.
    ///
    /// Streams are files, so that no pipe can fill up and stall it.
    static func run(
        _ path: String, _ arguments: [String], input: [UInt8] = []
    ) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("justificatif-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let streams = ["in", "out", "err"].map(folder.appendingPathComponent)
        try Data(input).write(to: streams[0])
        for stream in streams[1...] { try Data().write(to: stream) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: streams[0])
        process.standardOutput = try FileHandle(forWritingTo: streams[1])
        process.standardError = try FileHandle(forWritingTo: streams[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : -1,
            output: Array(try Data(contentsOf: streams[1])),
            errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
    }
}
