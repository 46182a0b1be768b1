import Foundation
import TestSupport
import Testing

/// The program killed at every call that changes the disk, one call at a time; afterwards the
/// register is whole and the same command goes through.
@Suite(.enabled(if: CrashTool.isInstalled, "needs strace and python3"))
struct RegisterCrashTests {
    @Test(arguments: CrashTool.calls)
    func anIssuedTextAlwaysHasItsRow(_ call: String) throws {
        let desk = try RegisterDesk()
        try desk.issue("before")
        try CrashTool.killAtEach(call, desk) { turn in
            (desk.issueWords("t\(turn)"), "t\(turn)")
        } afterwards: { name, _ in
            // A text under its name or under a temporary one.
            for file in desk.names where file.hasPrefix(name + ".txt") {
                let text = desk.contents(of: file) ?? []
                guard text.count > 100 else { continue }
                let found = try desk.run(
                    desk.revokeWords("-", options: ["--json", "--dry-run"]), input: text)
                #expect(found.objects.first?["result"] as? String == "would-be-cancelled")
            }
        }
        try desk.issue("after")
    }

    /// The files of a line only with its row, and the same command finishes what was begun.
    @Test(arguments: Tier.isLong ? CrashTool.calls : ["fsync", "renameat2"])
    func aBatchGoesOnFromAnyStep(_ call: String) throws {
        let desk = try RegisterDesk()
        desk.write(String(repeating: RegisterDesk.claims + "\n", count: 3), as: "rows.jsonl")
        let words = { (name: String) in
            [
                "issue", "--key", desk.file("caf.key"), "--register", desk.register, "--batch",
                desk.file("rows.jsonl"), "--at", "2026-11-21", "--valid-until", "2027-01-10",
                "--out-dir", desk.file(name), "--report", desk.file("\(name).csv"),
            ]
        }
        var issued = 0
        try CrashTool.killAtEach(call, desk) { turn in
            (words("turn\(turn)"), "turn\(turn)")
        } afterwards: { name, _ in
            let files = { try FileManager.default.contentsOfDirectory(atPath: desk.file(name)) }
            // Under their names or under temporary ones.
            let texts = ((try? files()) ?? []).filter { $0.contains(".txt") }
                .map { "\(name)/\($0)" }.filter { desk.contents(of: $0)?.count ?? 0 > 100 }
            if !texts.isEmpty {
                let found = try desk.run(
                    ["revoke", "--register", desk.register, "--at", "2026-11-21", "--json"]
                        + ["--dry-run"] + texts.map(desk.file))
                let results = found.objects.map { $0["result"] as? String }
                #expect(results == texts.map { _ in "would-be-cancelled" })
            }
            try desk.must(words(name))
            issued += 3
            #expect(try desk.issuedCount() == issued)
            #expect(try files().count == 6)
        }
    }

    /// The making of the register itself.
    @Test(arguments: CrashTool.calls)
    func aRegisterIsMadeWholeOrMadeAgain(_ call: String) throws {
        let desk = try RegisterDesk()
        try desk.must("register", "new", "--register", desk.register)
        try CrashTool.killAtEach(call, desk) { _ in
            for name in desk.names where name.hasPrefix("register.db") {
                try FileManager.default.removeItem(atPath: desk.file(name))
            }
            return (["register", "new", "--register", desk.register], "")
        } afterwards: { _, _ in
            // Either there is none, or it takes a row.
            try desk.issue("after-\(UUID().uuidString)")
            #expect(try desk.issuedCount() == 1)
        }
    }

    @Test(arguments: CrashTool.calls)
    func aCancellationIsDoneOrNot(_ call: String) throws {
        let desk = try RegisterDesk()
        try desk.issueMany(CrashTool.turns, at: "2026-11-21")
        try CrashTool.killAtEach(call, desk) { turn in
            (desk.revokeWords(desk.numbered(turn)), desk.numbered(turn))
        } afterwards: { text, wasKilled in
            let again = try desk.revoke(text, options: "--yes").first
            #expect(again == "already-cancelled" || wasKilled && again == "cancelled")
        }
        #expect(try desk.issuedCount() == CrashTool.turns)
    }

    @Test(arguments: CrashTool.calls)
    func aPublicationIsTheOldOrTheNewOneWhole(_ call: String) throws {
        let desk = try RegisterDesk()
        try desk.issueMany(CrashTool.turns, at: "2026-11-19")
        try desk.must(desk.publishWords(at: "2026-11-20T00:00:00Z"))
        var last = 1
        try CrashTool.killAtEach(call, desk) { turn in
            _ = try desk.revoke(desk.numbered(turn), options: "--yes")
            let time = "2026-11-20T00:\(turn < 10 ? "0" : "")\(turn):00Z"
            return (desk.publishWords(at: time), time)
        } afterwards: { time, wasKilled in
            let turn = try #require(Int(time.dropFirst(14).prefix(2)))
            let left = try #require(desk.contents(of: "caf.cose"))
            let sequence = try #require(Int(try desk.show()["sequence"] ?? ""))
            #expect(sequence == last || sequence == last + 1)
            let isNew = sequence > last
            #expect(isNew || wasKilled)
            try desk.must(desk.publishWords(at: time))
            // The same number never says two things.
            if isNew { #expect(desk.contents(of: "caf.cose") == left) }
            let shown = try desk.show()
            #expect(shown["total"]?.hasPrefix("\(turn) revoked") == true)
            last = try #require(Int(shown["sequence"] ?? ""))
        }
    }
}

/// Kills a program on entering a system call, by strace's injection.
enum CrashTool {
    static let isInstalled = Command.isInstalled("strace") && Command.isInstalled("python3")

    /// More than any command makes of one call.
    static let turns = 59

    /// Every call by which SQLite and our own files change the disk.
    static let calls = [
        "openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "renameat2",
        "unlink",
    ]

    /// Those that every command makes; were none killed, the test would prove nothing.
    private static let everywhere = ["openat", "pwrite64", "fdatasync", "unlink"]

    /// Runs a command again and again, killed at its first call, then its second, until it lives.
    ///
    /// `command` prepares a turn, from 1 on, and gives its words and a label for `afterwards`.
    static func killAtEach(
        _ call: String, _ desk: RegisterDesk,
        command: (Int) throws -> (words: [String], label: String),
        afterwards: (String, Bool) throws -> Void
    ) throws {
        // Programs open libraries long before they open what they change.
        let skipped = call == "openat" ? try opensBeforeTheRegister(desk) : 0
        for turn in 1...turns {
            let (words, label) = try command(turn)
            let outcome = try kill(at: call, turn + skipped, words)
            try check(desk)
            try afterwards(label, outcome.status != 0)
            guard outcome.status == 0 else { continue }
            #expect(turn > 1 || !everywhere.contains(call), "nothing was killed")
            return
        }
        Issue.record("\(turns) calls of \(call) and no end")
    }

    /// Runs a command that is killed when it makes a call for the `number`th time.
    static func kill(at call: String, _ number: Int, _ words: [String]) throws -> Outcome {
        try Command.run(
            "/usr/bin/env",
            [
                "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                "inject=\(call):signal=SIGKILL:when=\(number)",
                Command.path(of: "justificatif-issuer"),
            ] + words)
    }

    /// The calls that a command makes, a line each.
    static func calls(
        _ call: String, of words: [String], _ desk: RegisterDesk
    ) throws -> [Substring] {
        let outcome = try Command.run(
            "/usr/bin/env",
            [
                "strace", "-f", "-qq", "-o", desk.file("trace"), "-e", "trace=\(call)",
                Command.path(of: "justificatif-issuer"),
            ] + words)
        guard outcome.status == 0 else { throw Desk.Refused(outcome) }
        return String(decoding: desk.contents(of: "trace") ?? [], as: UTF8.self)
            .split(separator: "\n")
    }

    private static func opensBeforeTheRegister(_ desk: RegisterDesk) throws -> Int {
        let opens = try calls(
            "openat", of: ["register", "stats", "--register", desk.register], desk)
        return opens.firstIndex { $0.contains("register.db") } ?? 0
    }

    /// SQLite's own check, by another copy of SQLite; the journal of the dead is taken in.
    private static func check(_ desk: RegisterDesk) throws {
        guard desk.contents(of: "register.db") != nil else { return }
        let program = """
            import sqlite3, sys
            print(sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check').fetchone()[0])
            """
        let outcome = try Command.run("/usr/bin/env", ["python3", "-c", program, desk.register])
        #expect(outcome.lines == ["ok"], "\(outcome.errors)")
    }
}
