import Foundation
import TestSupport
import Testing

/// Several issuing machines on one register (Spec/register.md 7.2 and 7.3).
///
/// Each is a process of its own in a folder of its own, with no network but the server's socket.
@Suite(
    .enabled(if: Tier.isLong && PracticeServer.isInstalled, "make test-long, needs postgresql"),
    .enabled(if: CrashTool.isInstalled, "needs strace and python3"), .serialized)
struct SeveralMachinesTests {
    private static let machines = 3

    /// A send is a step of a publication at the server, and the other calls are those of its files.
    @Test func aPublisherThatDiesAtAnyStepLosesAndRepeatsNothing() throws {
        let address = try #require(PracticeServer.emptyDatabase())
        let desk = try RegisterDesk(register: address)
        try desk.must("register", "new", "--register", address)
        let second = try RegisterDesk(sharing: desk)
        desk.writeEarlierClaims()
        desk.announce(day: 0)
        let crowd = try (0..<Self.machines).map { try IssuingMachine($0, sharing: desk) }
        var released: [String: [UInt8]] = [:]
        var (sends, killed) = (0, 0)
        // Reading what is published grows day by day: the steps before it, and those after it.
        let steps = (1...24).map { ("sendto", $0) } + (-4...16).map { ("sendto", -$0) }
        let files = (1...6).flatMap { [("fsync", $0), ("rename", $0)] }
        for (turn, (call, step)) in (steps + files).enumerated() {
            let day = RegisterDesk.day(turn)
            desk.announce(day: turn)
            let number = step > 0 ? step : max(1, sends + step)
            let words = desk.publishWords(at: "\(day)T00:00:00Z")
            if try CrashTool.kill(at: call, number, words).status != 0 { killed += 1 }
            try note(desk, in: &released)
            // Another machine goes on at once.
            let previous = desk.contents(of: "caf.cose").map { _ in
                ["--previous", desk.file("caf.cose")]
            }
            sends = try CrashTool.calls(
                "sendto",
                of: second.publishWords(at: "\(day)T00:00:01Z") + (previous ?? []), second
            ).count
            try note(second, in: &released)
        }
        #expect(killed > 40)
        try FileManager.default.removeItem(atPath: desk.file("go"))
        for machine in crowd { machine.finish() }
        try checkAll(desk, second)
    }

    /// The same number is the same list, whichever machine released it.
    private func note(_ desk: RegisterDesk, in released: inout [String: [UInt8]]) throws {
        guard let list = desk.contents(of: "caf.cose") else { return }
        let shown = try desk.show()
        let number = "\(shown["epoch"] ?? "") \(try #require(shown["sequence"]))"
        #expect(released[number] == nil || released[number] == list, "\(number) says two things")
        released[number] = list
    }

    /// Every text that left has its row and the state its machine was told; the last list has all.
    private func checkAll(_ desk: RegisterDesk, _ second: RegisterDesk) throws {
        try second.must(second.publishWords(at: "\(RegisterDesk.day(60))T00:00:00Z"))
        let lists = try second.counter(with: "caf.cose")
        let texts = try Command.shell("ls \(desk.path)/m*/*.txt").lines
        #expect(texts.count > Self.machines)
        var cancelled = 0
        for text in texts {
            let wasCancelled = FileManager.default.fileExists(atPath: "\(text).cancelled")
            cancelled += wasCancelled ? 1 : 0
            let verdict = try Command.verifier(
                "verify", "--json", "--lists", lists, "--at", "\(RegisterDesk.day(60))T01:00:00Z",
                text
            ).verdicts
            #expect(verdict == [wasCancelled ? "revoked" : "valid"], "\(text)")
        }
        #expect(cancelled > 0)
        // A machine is not killed here, so there is no row without its text.
        #expect(try desk.issuedCount() == texts.count)
        #expect(try desk.stats()["published"] as? Int == cancelled)
    }
}

/// A machine that issues and cancels until `go` is gone, each time as of the day that it finds.
private final class IssuingMachine {
    private let process = Process()

    init(_ number: Int, sharing desk: RegisterDesk) throws {
        let folder = desk.file("m\(number)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = """
            cd \(desk.path); n=0
            while [ -e go ]; do
                n=$((n + 1)); t=m\(number)/$n.txt; day=$(cat day)
                "$0" issue --key caf.key --register "$1" --claims claims.json --at "$day" \
            --valid-until 2026-12-15 --text "$t" 2>>m\(number)/log || continue
                [ $((n % 3)) = 0 ] || continue
                "$0" revoke --register "$1" --at "$day" --yes "$t" >>m\(number)/log 2>&1 \
            && touch "$t.cancelled"
            done
            """
        // A network of its own has no interface; a socket in a folder is reached all the same.
        let apart = getuid() == 0 ? ["unshare", "--net"] : []
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = apart + ["sh", "-c", script, RegisterDesk.program, desk.register]
        try process.run()
    }

    func finish() { process.waitUntilExit() }
}

extension RegisterDesk {
    /// Days from 22 September 2026 on; the 60th is that of the trust list.
    fileprivate static func day(_ number: Int) -> String {
        Date(timeIntervalSince1970: 1_790_035_200 + 86_400 * Double(number))
            .formatted(.iso8601.year().month().day())
    }

    /// Facts of before the first of these days.
    fileprivate func writeEarlierClaims() {
        let claims = RegisterDesk.claims.replacing("2026-10", with: "2026-08")
            .replacing("2026-11-02", with: "2026-09-02")
        write(claims, as: "claims.json")
    }

    /// Tells machines which day it is; one that was slow finds it closed, and goes on.
    fileprivate func announce(day number: Int) {
        write("", as: "go")
        write(RegisterDesk.day(number), as: "day")
    }
}
