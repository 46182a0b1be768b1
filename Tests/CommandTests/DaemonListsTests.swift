import Foundation
import TestSupport
import Testing

/// The daemon takes newly installed lists by itself, and goes on with the old ones when the new
/// cannot be loaded.
@Suite(.serialized)
struct DaemonListsTests {
    /// A daemon whose log is a file.
    private final class Daemon {
        let process = Process()
        private let log: String

        init(_ folder: borrowing TemporaryFolder) throws {
            log = folder.write([], as: "log")
            process.executableURL = URL(fileURLWithPath: Command.path(of: "justificatifd"))
            process.arguments = [
                "run", "--spool", folder.file("spool"), "--lists", folder.file("lists"),
                "--roots", folder.file("roots.pub"),
            ]
            process.standardError = FileHandle(forWritingAtPath: log)
            try process.run()
        }

        deinit { stop() }

        func stop() {
            process.terminate()
            process.waitUntilExit()
        }

        /// Events about lists so far: `lists-loaded 7 1` with both lists of sequence 7.
        var events: [String] {
            let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").compactMap { line in
                let object =
                    try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                guard let event = object?["event"] as? String, event.hasPrefix("lists-")
                else { return nil }
                let numbers = [object?["trust_sequence"], object?["revocation_lists"]]
                return ([event] + numbers.compactMap { $0 as? Int }.map(String.init))
                    .joined(separator: " ")
            }
        }

        func wait(for events: [String]) -> [String] {
            for _ in 0..<1_200 where self.events.count < events.count { usleep(25_000) }
            return self.events
        }
    }

    @Test func takesNewListsAndKeepsOldOnesRatherThanNone() throws {
        let folder = TemporaryFolder()
        try KilledInstallTests.prepare(folder)
        let program = Command.path(of: "justificatif")
        let lists = folder.file("lists")
        for arguments in [
            ["lists", "init", "--roots", folder.file("roots.pub"), "--lists", lists],
            KilledInstallTests.install("old", folder),
        ] {
            let outcome = try Command.run(program, arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let daemon = try Daemon(folder)
        defer { daemon.stop() }
        var wanted = ["lists-loaded 7 1"]
        #expect(daemon.wait(for: wanted) == wanted)
        _ = try Command.run(program, KilledInstallTests.install("new", folder))
        wanted.append("lists-loaded 8 1")
        #expect(Array(daemon.wait(for: wanted).prefix(2)) == wanted)
        let before = daemon.events
        folder.write(Array("{".utf8), as: "lists/state.json")
        let after = daemon.wait(for: before + ["lists-kept"])
        #expect(after.last == "lists-kept")
        #expect(daemon.process.isRunning)
    }
}
