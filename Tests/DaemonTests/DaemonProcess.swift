import Foundation
import Glibc
import TestSupport

/// A running daemon; killed at the latest when this goes away.
final class DaemonProcess {
    private let process = Process()

    /// `wrapper` is a command line put before the program's own.
    init(
        _ desk: DaemonDesk, _ more: [String] = [], wrapper: [String] = [],
        environment: [String: String] = [:]
    ) throws {
        let program = Programs.path(of: "justificatifd")
        let words = wrapper + [program] + desk.arguments(more)
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        let log = desk.file("log")
        if !FileManager.default.fileExists(atPath: log) {
            desk.write("", as: "log")
        }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        handle.seekToEndOfFile()
        process.standardError = handle
        process.standardOutput = FileHandle.nullDevice
        process.environment = ProcessInfo.processInfo.environment.merging(
            environment, uniquingKeysWith: { $1 })
        try process.run()
    }

    deinit { if process.isRunning { end(SIGKILL) } }

    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Sends a signal and waits for the end; answers the exit status, -1 after a signal.
    @discardableResult
    func end(_ number: Int32 = SIGTERM) -> Int32 {
        signal(number)
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }
}

/// Waits for something that must happen; gives up long after it should have.
func waitUntil(seconds: Int = 60, _ condition: () -> Bool) {
    for _ in 0..<(seconds * 50) where !condition() { usleep(20_000) }
}

/// The programs as they were built with these tests, and tools of the machine.
enum Programs {
    static func path(of program: String) -> String { BuiltProgram.path(of: program) ?? program }

    /// Runs a program to its end.
    static func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    static func isInstalled(_ tool: String) -> Bool {
        (try? run("/bin/sh", ["-c", "command -v \(tool)"]).status) == 0
    }
}
