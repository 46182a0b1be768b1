import Foundation
import Glibc
import TestSupport
import Testing

/// Calls of the kernel that fail, one after the other, in the real program.
@Suite(.enabled(if: Programs.isInstalled("strace")))
struct InjectedFaultTests {
    struct Fault: CustomStringConvertible, Sendable {
        let call: String
        let error: String
        /// Which call fails, or from which on every how many.
        let when: String

        var description: String { "\(call):error=\(error):when=\(when)" }
    }

    private static let calls = [
        "openat2", "read", "write", "fsync", "syncfs", "renameat2", "unlinkat", "pwrite64",
    ]
    private static let errors = ["EIO", "ENOSPC", "EINTR", "EMFILE"]

    static let faults: [Fault] = {
        var faults: [Fault] = []
        for (row, call) in calls.enumerated() {
            for (column, error) in errors.enumerated() {
                // The first calls are the program's own start; the spool comes after.
                let numbers = Tier.isLong ? Array(1...10) : [row + column + 2]
                for number in numbers {
                    faults.append(Fault(call: call, error: error, when: "\(number)"))
                }
            }
        }
        if Tier.isLong { return faults }
        // A cut through all pairs: each call with two errors.
        return faults.enumerated().filter { $0.offset % 2 == $0.offset / 4 % 2 }.map(\.element)
    }()

    @Test(arguments: faults)
    func losesNothingWhenACallFails(_ fault: Fault) throws {
        let desk = try DaemonDesk()
        let files = 12
        desk.dropTexts(files)
        let strace = [
            "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(fault.call)", "-e",
            "inject=\(fault)",
        ]
        let faulty = try DaemonProcess(desk, wrapper: strace)
        waitUntil(seconds: 15) { desk.verdicts.count == files || !faulty.isRunning }
        _ = try? Programs.run("/usr/bin/pkill", ["-TERM", "-P", "\(faulty.identifier)"])
        waitUntil(seconds: 15) { !faulty.isRunning }
        // Whatever it did, a start without faults ends well.
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.verdicts.count == files }
        daemon.end()
        #expect(desk.wronglyJudged(files) == [], "\(fault)")
    }
}
