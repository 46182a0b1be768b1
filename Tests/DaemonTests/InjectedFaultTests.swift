import Foundation
import Glibc
import TestSupport
import Testing

/// Calls of the kernel that fail, one after the other, in the real program.
@Suite(.enabled(if: Programs.isInstalled("strace")))
struct InjectedFaultTests {
    private static let files = 12

    /// A spool with everything in it that makes a start and a batch do all they can do.
    private static func desk() throws -> DaemonDesk {
        let desk = try DaemonDesk()
        desk.dropTexts(files)
        for number in 0..<5 {
            // Left by a stop, and kept too long: both are removed.
            desk.write("x", as: "spool/verdicts/.tmp-170000000001\(number)-0000")
            desk.write("x", as: "spool/done/170000000000\(number)-0000.a1.old")
        }
        return desk
    }

    private static let options = ["--keep-input", "0"]

    @Test(arguments: InjectedFault.chosen(Tier.isLong ? 14 : 1, Self.numbers))
    func losesNothingWhenACallFails(_ fault: InjectedFault) throws {
        let desk = try Self.desk()
        let trace = desk.file("trace")
        let strace = [
            "/usr/bin/strace", "-f", "-y", "-qq", "-o", trace, "-e", "trace=\(fault.call)", "-e",
            "inject=\(fault)",
        ]
        let faulty = try DaemonProcess(desk, Self.options, wrapper: strace)
        waitUntil(seconds: 8) { desk.verdicts.count == Self.files || !faulty.isRunning }
        _ = try? Programs.run("/usr/bin/pkill", ["-TERM", "-P", "\(faulty.identifier)"])
        waitUntil(seconds: 30) { !faulty.isRunning }
        let log = String(decoding: desk.contents(of: "log") ?? [], as: UTF8.self)
        let calls = String(decoding: desk.contents(of: "trace") ?? [], as: UTF8.self)
        // Whatever it did, a start without faults ends well.
        let daemon = try DaemonProcess(desk, Self.options)
        waitUntil { desk.verdicts.count == Self.files }
        daemon.end()
        #expect(desk.wronglyJudged(Self.files) == [], "\(fault)")
        // A call that was interrupted is made again; others than those of the spool may not matter.
        let isFelt = calls.split(separator: "\n").contains {
            $0.contains("(INJECTED)") && $0.contains("/spool/")
        }
        // Each thread has its own count: where the line about it was the next call to fail, there is
        // none.
        let isLineLost = calls.split(separator: "\n").contains {
            $0.contains("(INJECTED)") && $0.contains("/log>")
        }
        guard fault.error != "EINTR", isFelt, !isLineLost else { return }
        let isTold = ["-fault\"", "\"claim-refused\"", "error", "erreur"].contains {
            log.contains($0)
        }
        #expect(isTold, "\(fault) left no line in the log")
    }

    /// Which of a thread's calls are about the spool, by the name of the call: those of a program
    /// that is being loaded prove nothing.
    private static let numbers: [String: [Int]] = {
        guard Programs.isInstalled("strace"), let desk = try? desk() else { return [:] }
        let trace = desk.file("trace")
        let strace = [
            "/usr/bin/strace", "-f", "-y", "-qq", "-o", trace, "-e",
            "trace=\(InjectedFault.calls.joined(separator: ","))",
        ]
        guard let daemon = try? DaemonProcess(desk, options, wrapper: strace) else { return [:] }
        waitUntil { desk.verdicts.count == files && desk.names("done").isEmpty }
        _ = try? Programs.run("/usr/bin/pkill", ["-TERM", "-P", "\(daemon.identifier)"])
        waitUntil { !daemon.isRunning }
        return InjectedFault.numbers(
            in: String(decoding: desk.contents(of: "trace") ?? [], as: UTF8.self))
    }()
}

/// One call that fails once in each thread.
struct InjectedFault: CustomStringConvertible, Sendable {
    static let calls = [
        "openat", "openat2", "read", "write", "pwrite64", "fsync", "syncfs", "renameat2", "rename",
        "unlinkat",
    ]
    private static let errors = ["EIO", "ENOSPC", "EINTR", "EMFILE"]

    let call: String
    let error: String
    let number: Int

    var description: String { "\(call):error=\(error):when=\(number)" }

    /// The first `count` numbers of each call with each error; with one only, every second pair.
    static func chosen(_ count: Int, _ numbers: [String: [Int]]) -> [InjectedFault] {
        var faults: [InjectedFault] = []
        for (row, call) in calls.enumerated() {
            let reached = numbers[call] ?? []
            for (column, error) in errors.enumerated() {
                if count > 1 {
                    faults += reached.prefix(count).map {
                        InjectedFault(call: call, error: error, number: $0)
                    }
                } else if row % 2 == column % 2, !reached.isEmpty {
                    let number = reached[(row + column) % reached.count]
                    faults.append(InjectedFault(call: call, error: error, number: number))
                }
            }
        }
        return faults
    }

    /// The numbers, within their thread, of calls that name a path of the spool.
    static func numbers(in trace: String) -> [String: [Int]] {
        var counts: [String: Int] = [:]
        var found: [String: Set<Int>] = [:]
        for line in trace.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard words.count == 2, let end = words[1].firstIndex(of: "(") else { continue }
            let call = String(words[1].drop { $0 == " " }.prefix { $0 != "(" })
            let count = counts["\(words[0]) \(call)", default: 0] + 1
            counts["\(words[0]) \(call)"] = count
            if words[1][end...].contains("/spool/") { found[call, default: []].insert(count) }
        }
        return found.mapValues { $0.sorted() }
    }
}
