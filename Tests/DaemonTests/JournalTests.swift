import Foundation
import Glibc
import TestSupport
import Testing

/// Verdicts as lines of one file (Spec/spool.md 10).
struct JournalTests {
    private func scans(_ desk: DaemonDesk) -> [String] {
        let text = String(decoding: desk.contents(of: "journal") ?? [], as: UTF8.self)
        return text.split(separator: "\n").map { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["input"] as? String ?? "torn"
        }.sorted()
    }

    @Test func writesEachVerdictOnceHoweverOftenItIsKilled() throws {
        let desk = try DaemonDesk()
        var random = RunSeed.generator(43)
        let kills = Tier.isLong ? 100 : 8
        for kill in 0..<kills {
            let daemon = try DaemonProcess(desk, ["--journal", desk.file("journal")])
            desk.dropTexts(20, from: kill * 20)
            usleep(UInt32.random(in: 1_000...120_000, using: &random))
            daemon.end(SIGKILL)
        }
        let daemon = try DaemonProcess(desk, ["--journal", desk.file("journal")])
        waitUntil { desk.names("in").isEmpty && desk.names("work").isEmpty }
        #expect(daemon.end() == 0)
        let found = Dictionary(grouping: scans(desk), by: \.self).mapValues(\.count)
        let wanted = (0..<(kills * 20)).map { "scan-\($0)" }
        #expect(wanted.filter { found[$0] != 1 } == [])
        #expect(found.count == wanted.count)
        #expect(desk.verdicts == [])
    }

    @Test func cutsATornEndAndJudgesAgainWhatItSpokeOf() throws {
        let desk = try DaemonDesk()
        let whole = "{\"advice\":\"x\",\"arrival\":\"1700000000000-0000\",\"input\":\"scan-0\"}"
        desk.write(
            "\(whole)\n{\"advice\":\"x\",\"arrival\":\"1700000000001-0000\",\"inp\0\0\0\"}\n{\"arri",
            as: "journal")
        desk.write("x", as: "spool/work/1700000000000-0000.a1.scan-0")
        desk.write("x", as: "spool/work/1700000000001-0000.a1.scan-1")
        let daemon = try DaemonProcess(
            desk, ["--journal", desk.file("journal"), "--keep-verdict", "8760"])
        waitUntil { desk.names("work").isEmpty }
        daemon.end()
        #expect(scans(desk) == ["scan-0", "scan-1"])
    }

    @Test func isPartOfWhatPersonalDataThereIs() throws {
        let desk = try DaemonDesk()
        let whole = "{\"arrival\":\"1700000000000-0000\",\"input\":\"DUPONT\"}\n"
        desk.write(whole + whole.replacing("}", with: ",\"redacted\":true}"), as: "journal")
        let report = try Programs.run(
            Programs.path(of: "justificatifd"),
            [
                "status", "--privacy", "--spool", desk.file("spool"), "--journal",
                desk.file("journal"),
            ])
        #expect(report.status == 0)
        #expect(report.text.contains("Lignes du journal : 1 depuis le 2023-11-14T22:13:20Z"))
        #expect(!report.text.contains("DUPONT"))
    }

    @Test func rewritesLinesThatWereKeptTooLong() throws {
        let desk = try DaemonDesk()
        desk.write("{\"arrival\":\"1700000000000-0000\",\"issuer\":\"x\"}\n", as: "journal")
        // Left by a stop while it was rewritten.
        desk.write("{\"issuer\":\"x\"}\n", as: "journal.new")
        let daemon = try DaemonProcess(desk, ["--journal", desk.file("journal")])
        waitUntil { desk.hasEvent("redacted") }
        daemon.end()
        let left = String(decoding: desk.contents(of: "journal") ?? [], as: UTF8.self)
        #expect(left == "{\"arrival\":\"1700000000000-0000\",\"redacted\":true}\n")
        #expect(desk.contents(of: "journal.new") == nil)
    }

    @Test func refusesADeviceAndLeavesIt() throws {
        let desk = try DaemonDesk()
        unsafe _ = mkfifo(desk.file("journal"), 0o600)
        let daemon = try DaemonProcess(
            desk, ["--journal", desk.file("journal"), "--metrics", desk.file("m.prom")])
        waitUntil { desk.hasEvent("spool-fault") }
        daemon.end()
        let fault = desk.events.first { $0["event"] as? String == "spool-fault" }
        #expect(fault?["step"] as? String == "open-journal")
        #expect(fault?["error"] as? String == "not-a-file")
    }

    @Test func startsANewFileWhenTheOldOneWasTakenAway() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk, ["--journal", desk.file("journal")])
        desk.dropTexts(3)
        waitUntil { scans(desk).count == 3 }
        unsafe _ = rename(desk.file("journal"), desk.file("collected.jsonl"))
        daemon.signal(SIGHUP)
        waitUntil { desk.contents(of: "journal") != nil }
        desk.dropTexts(2, from: 3)
        waitUntil { scans(desk).count == 2 }
        daemon.end()
        #expect(scans(desk) == ["scan-3", "scan-4"])
    }
}
