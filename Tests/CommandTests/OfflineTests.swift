import Foundation
import Testing

/// The daemon reaches no network, and does not need one (Spec/reader.md 4).
@Suite(.serialized)
struct OfflineTests {
    /// Text and pictures of all ends, dropped into a daemon; what it made of them.
    private func verdicts(_ desk: Desk, through wrapper: [String]) throws -> [String: String] {
        try desk.issue()
        let daemon = try RunningDaemon(desk, through: wrapper)
        let picture = desk.contents(of: "proof.png") ?? []
        let scans: [(String, [UInt8])] = [
            ("a.png", picture), ("b.png", Array(picture.prefix(100))),
            ("c.jpg", [0xff, 0xd8, 0xff]),
            ("d.txt", desk.contents(of: "proof.txt") ?? []), ("e.txt", Array("bonjour".utf8)),
            ("f.bin", [0, 1, 2, 3]),
        ]
        for (name, bytes) in scans { try daemon.drop(bytes, as: name) }
        let verdicts = daemon.verdicts(scans.count)
        #expect(daemon.stop() == 0)
        #expect(verdicts.count == scans.count)
        return verdicts
    }

    @Test(.enabled(if: Command.isInstalled("strace")))
    func triesNoSocketButADatagramOnThisMachine() throws {
        let desk = try Desk()
        let trace = desk.file("trace")
        let calls = "%network,io_uring_setup,io_uring_enter,io_uring_register,execve"
        // -D: the daemon is the process that is started, and strace its child.
        let found = try verdicts(desk, through: ["strace", "-D", "-f", "-o", trace, "-e", calls])
        #expect(found["a.png"].map { ["valid", "expired"].contains($0) } == true)
        // The tracer writes its last line after the daemon has gone.
        var lines: [Substring] = []
        for _ in 0..<200 where lines.last?.hasSuffix("+++ exited with 0 +++") != true {
            usleep(25_000)
            let bytes = desk.contents(of: "trace") ?? []
            lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        }
        #expect(lines.last?.hasSuffix("+++ exited with 0 +++") == true)
        // Three readers were started, so that the trace did see what they did.
        #expect(lines.count { $0.contains("execve(") && $0.contains("justificatif-reader") } == 3)
        for line in lines {
            let call = line.drop { $0.isNumber }.drop { $0 == " " }
            let isHarmless =
                call.hasPrefix("execve(") || call.hasPrefix("+++ ") || call.hasPrefix("--- ")
                // The rest of a call whose first half is further up.
                || call.hasPrefix("<... ")
                || call.hasPrefix("socket(AF_UNIX, SOCK_DGRAM")
                || call.contains("sa_family=AF_UNIX") || call.hasPrefix("sendto(")
            #expect(isHarmless, "\(line)")
        }
    }

    private static let emptyNetwork = ["unshare", "--user", "--map-root-user", "--net"]

    private static let hasNamespaces =
        (try? Command.shell("\(emptyNetwork.joined(separator: " ")) true").status) == 0

    @Test(.enabled(if: hasNamespaces, "this machine lets nobody have a network of their own"))
    func judgesTheSameWhereThereIsNoNetwork() throws {
        let here = try verdicts(Desk(), through: [])
        let there = try verdicts(Desk(), through: Self.emptyNetwork)
        #expect(here == there)
    }

    /// A kernel that does not filter must not be worked on as if it did.
    @Test(.enabled(if: Command.isInstalled("strace")))
    func doesNotStartWhenItCannotBeConfined() throws {
        let daemon = Command.path(of: "justificatifd")
        let outcome = try Command.shell(
            "strace -qq -o /dev/null -e inject=prctl:error=EINVAL \(daemon) run --spool /nowhere")
        #expect(outcome.status == 78)
        #expect(
            outcome.errors
                == "erreur : le système ne permet pas à ce programme de renoncer à ses droits "
                + "(filtre des appels système, erreur n° 22) [not-confined]\n")
    }
}
