import Foundation
import TestSupport
import Testing

/// Network disks know plain renames only (Spec/spool.md 4): here strace plays one.
@Suite(.enabled(if: Programs.isInstalled("strace")))
struct NetworkDiskTests {
    private static let strace = [
        "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=renameat2", "-e",
        "inject=renameat2:error=EINVAL",
    ]

    /// strace hands no signal on.
    private func end(_ daemon: DaemonProcess) throws {
        _ = try Programs.run("/usr/bin/pkill", ["-TERM", "-P", "\(daemon.identifier)"])
        waitUntil { !daemon.isRunning }
    }

    @Test func judgesAndRewritesWithoutRenamesThatRefuseOrExchange() throws {
        let desk = try DaemonDesk()
        desk.dropTexts(5)
        let old = "spool/verdicts/a.1700000000000-0000.json"
        desk.write("{\"verdict\":\"valid\",\"issuer\":\"x\"}", as: old)
        let daemon = try DaemonProcess(desk, wrapper: Self.strace)
        waitUntil { desk.verdicts.count == 6 && desk.hasEvent("redacted") }
        try end(daemon)
        let kept = String(decoding: desk.contents(of: old) ?? [], as: UTF8.self)
        #expect(kept == "{\"redacted\":true,\"verdict\":\"valid\"}\n")
        #expect(desk.names("verdicts").filter { $0.hasPrefix(".") } == [])
        try FileManager.default.removeItem(atPath: desk.file(old))
        #expect(desk.wronglyJudged(5) == [])
    }

    @Test func rewritesAJournalWithoutExchange() throws {
        let desk = try DaemonDesk()
        desk.write("{\"arrival\":\"1700000000000-0000\",\"issuer\":\"x\"}\n", as: "journal")
        let daemon = try DaemonProcess(
            desk, ["--journal", desk.file("journal")], wrapper: Self.strace)
        waitUntil { desk.hasEvent("redacted") }
        try end(daemon)
        let left = String(decoding: desk.contents(of: "journal") ?? [], as: UTF8.self)
        #expect(left == "{\"arrival\":\"1700000000000-0000\",\"redacted\":true}\n")
    }
}
