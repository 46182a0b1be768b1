import Foundation
import Glibc
import TestSupport
import Testing

/// What a back office sees of the daemon (Spec/spool.md 2 to 4).
struct ArrivalTests {
    @Test func leavesOneVerdictForEachArrivalOfTheSameName() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        desk.drop(Array(desk.text.utf8), as: "SCAN0001.txt")
        waitUntil { desk.verdicts.count == 1 }
        desk.drop(Array("bonjour".utf8), as: "SCAN0001.txt")
        waitUntil { desk.verdicts.count == 2 }
        #expect(desk.verdicts.filter { $0.hasPrefix("SCAN0001.txt.") }.count == 2)
        #expect(desk.names("in") == [] && desk.names("work") == [])
        #expect(daemon.end() == 0)
    }

    @Test func takesAFileThatWasWrittenInPlaceOnceItStandsStill() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        // Opened, written and closed again and again, as network clients do.
        let line = "for i in 1 2 3 4 5 6; do printf A >> in/slow; sleep 0.5; done; ls verdicts"
        let seen = try Programs.run("/bin/sh", ["-c", "cd '\(desk.file("spool"))' && \(line)"])
        #expect(seen.text == "")
        waitUntil { desk.verdicts.count == 1 }
        #expect(desk.verdicts.count == 1)
        daemon.end()
    }

    /// Whatever workers still hold at the deadline: it was no fault of theirs.
    @Test func aStopOnRequestCountsAgainstNoScan() throws {
        let desk = try DaemonDesk()
        desk.dropTexts(30)
        let daemon = try DaemonProcess(desk)
        waitUntil { !desk.verdicts.isEmpty }
        #expect(daemon.end() == 0)
        #expect(desk.contents(of: "spool/work/.judging") == [])
    }

    @Test func judgesWhatArrivedWhileItWasStopped() throws {
        let desk = try DaemonDesk()
        desk.dropTexts(30)
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.verdicts.count == 30 }
        daemon.end()
        #expect(desk.wronglyJudged(30) == [])
    }

    @Test func leavesFilesOfFileManagersAlone() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        for name in ["Thumbs.db", "x.part", "~$x.txt"] { desk.drop([0x78], as: name) }
        desk.drop([0x78], as: "last")
        waitUntil { !desk.verdicts.isEmpty }
        daemon.end()
        #expect(desk.verdicts.count == 1)
        #expect(desk.names("in") == ["Thumbs.db", "x.part", "~$x.txt"])
    }

    @Test func givesWhatIsNoFileAVerdictAndQuarantine() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        unsafe _ = symlink("/etc/passwd", desk.spool("in/link"))
        unsafe _ = mkfifo(desk.spool("in/pipe"), 0o666)
        unsafe _ = mkdir(desk.spool("in/folder"), 0o777)
        desk.write("twice", as: "first-name")
        unsafe _ = link(desk.file("first-name"), desk.spool("in/second-name"))
        waitUntil { desk.verdicts.count == 4 }
        daemon.end()
        #expect(desk.names("quarantine").count == 4)
        for name in desk.verdicts {
            let text = String(
                decoding: desk.contents(of: "spool/verdicts/\(name)") ?? [], as: UTF8.self)
            #expect(text.contains("\"reason\":\"not-a-file\""))
        }
    }

    @Test func takesNamesAsData() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        let names: [[UInt8]] = [
            Array("-rf".utf8), Array("a b\n\u{1B}[31m".utf8), [0xFF, 0xFE, 0x80],
            [UInt8](repeating: 0x61, count: 255), Array("..json".utf8), Array("%2e%2e".utf8),
        ]
        desk.write("bonjour", as: "new")
        for (number, name) in names.enumerated() {
            let from = desk.write("bonjour", as: "new-\(number)")
            let to = (Array(desk.spool("in/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
            unsafe _ = rename(from, to)
        }
        // The one that begins with a dot is left alone.
        waitUntil { desk.verdicts.count == names.count - 1 }
        daemon.end()
        #expect(desk.verdicts.count == names.count - 1)
        #expect(desk.verdicts.allSatisfy { $0.utf8.count < 255 && !$0.contains("\n") })
        let log = String(decoding: desk.contents(of: "log") ?? [], as: UTF8.self)
        #expect(!log.contains("-rf") && !log.contains("aaaa") && !log.contains("bonjour"))
    }
}
