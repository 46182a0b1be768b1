import Foundation
import TestSupport
import Testing

/// `lists install`, killed at every system call it makes: the old lists or the new, whole.
struct KilledInstallTests {
    static let day = "2026-11-03T09:00:00Z"

    /// A folder with trust list 7 and revocation list 40, and newer ones to install.
    static func prepare(_ folder: borrowing TemporaryFolder) throws {
        let source = RevocationBuilder.source()
        for (name, sequence) in [("old", UInt64(0)), ("new", 1)] {
            var trust = TrustBuilder()
            trust.sequence = 7 + sequence
            trust.sources = [source]
            let list = try RevocationBuilder.with { $0.sequence = 40 + sequence }.bytes()
            try FileManager.default.createDirectory(
                atPath: folder.file(name), withIntermediateDirectories: false)
            folder.write(trust.bytes(), as: "\(name)/trust.cose")
            folder.write(list, as: "\(name)/caf.cose")
        }
        folder.write(RootsBuilder.file([Practice.root]), as: "roots.pub")
    }

    /// A trust list issued a day before `now`, without any list of revocations.
    static func writeTrust(
        at now: Date, to name: String, in folder: borrowing TemporaryFolder
    ) throws {
        let day = Int(now.timeIntervalSince1970) / 86_400
        folder.write(TrustBuilder.aging(from: day - 1), as: name)
    }

    static func install(_ source: String, _ folder: borrowing TemporaryFolder) -> [String] {
        [
            "lists", "install", folder.file(source), "--lists", folder.file("lists"), "--roots",
            folder.file("roots.pub"), "--at", day,
        ]
    }

    /// The numbers of the lists in force: `7 40`, or what went wrong.
    static func inForce(_ folder: borrowing TemporaryFolder) throws -> String {
        let outcome = try Command.verifier(
            "lists", "status", "--json", "--at", day, "--lists", folder.file("lists"), "--roots",
            folder.file("roots.pub"))
        guard let object = outcome.objects.first, outcome.status == 0 else {
            return "status \(outcome.status): \(outcome.errors)"
        }
        let trust = object["trust"] as? [String: Any]
        let revocations = (object["revocations"] as? [[String: Any]])?.first
        let numbers = [trust, revocations].compactMap { $0?["sequence"] as? Int }
        return numbers.map(String.init).joined(separator: " ")
    }

    /// One use of one system call: `fsync` for the third time.
    struct Use: Equatable {
        let call: String
        let number: Int
    }

    /// Every system call an install makes from the moment it holds the lock.
    static func uses(_ trace: String) -> [Use] {
        var counts: [String: Int] = [:]
        var uses: [Use] = []
        var holdsLock = false
        for line in trace.split(separator: "\n") where !line.contains("resumed>") {
            // "1234  openat(AT_FDCWD, ..."
            guard
                let text = line.split(separator: " ", omittingEmptySubsequences: true).dropFirst()
                    .first,
                let end = text.firstIndex(of: "(")
            else { continue }
            let call = String(text[..<end])
            counts[call, default: 0] += 1
            holdsLock = holdsLock || call == "flock"
            if holdsLock { uses.append(Use(call: call, number: counts[call] ?? 1)) }
        }
        return uses
    }

    @Test(.enabled(if: Command.isInstalled("strace")))
    func leavesTheOldOrTheNewListsWhole() throws {
        let folder = TemporaryFolder()
        try KilledInstallTests.prepare(folder)
        let lists = folder.file("lists")
        let program = Command.path(of: "justificatif")
        let install = [program] + KilledInstallTests.install("new", folder)
        let reset = "rm -rf \(lists) && cp -a \(lists).kept \(lists)"
        _ = try Command.run(
            program, ["lists", "init", "--roots", folder.file("roots.pub"), "--lists", lists])
        let old = try Command.run(program, KilledInstallTests.install("old", folder))
        #expect(old.status == 0, "\(old.errors)")
        #expect(try KilledInstallTests.inForce(folder) == "7 40")
        _ = try Command.shell("cp -a \(lists) \(lists).kept")
        _ = try Command.run(
            "/usr/bin/env", ["strace", "-f", "-o", folder.file("trace")] + install)
        let trace = String(decoding: folder.contents(of: "trace") ?? [], as: UTF8.self)
        let uses = KilledInstallTests.uses(trace)
        #expect(uses.count > 40)
        var seen: Set<String> = []
        for use in uses {
            _ = try Command.shell(reset)
            let inject = "inject=\(use.call):signal=SIGKILL:when=\(use.number)"
            _ = try Command.run(
                "/usr/bin/env", ["strace", "-f", "-qq", "-o", "/dev/null", "-e", inject] + install)
            let found = try KilledInstallTests.inForce(folder)
            #expect(["7 40", "8 41"].contains(found), "\(use): \(found)")
            seen.insert(found)
            let again = try Command.run(program, KilledInstallTests.install("new", folder))
            #expect(again.status == 0, "\(use): \(again.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: lists)
            #expect(names.count == 5, "\(use): \(names)")
        }
        #expect(seen == ["7 40", "8 41"])
        #expect(try KilledInstallTests.inForce(folder) == "8 41")
    }
}
