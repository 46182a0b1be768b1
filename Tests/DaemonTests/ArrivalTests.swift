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

    /// Writers as copiers and network clients are: a shell line that writes `in/scan`.
    @Test(arguments: [
        // Opened, written and closed again and again.
        "for i in 1 2 3 4 5 6; do printf A >> in/scan; sleep 0.5; done",
        // Held open over a pause in the middle.
        "{ printf A; sleep 7; printf B; } > in/scan",
        // Begun empty, filled later.
        ": > in/scan; sleep 7; printf A >> in/scan",
        // A page at a time.
        "for i in 1 2 3; do printf A >> in/scan; sleep 3; done",
        // Under a temporary name first.
        "printf A > in/scan.filepart; sleep 7; mv in/scan.filepart in/scan",
        // Into a folder that did not exist.
        "mkdir in/folder; { printf A; sleep 7; printf B; } > in/folder/scan",
    ])
    func givesOneVerdictToADocumentHoweverItIsWritten(_ line: String) throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        let seen = try Programs.run(
            "/bin/sh", ["-c", "cd '\(desk.file("spool"))' && \(line); ls verdicts"])
        #expect(line.contains("filepart") || seen.text == "")
        waitUntil { desk.verdicts.count == 1 }
        usleep(1_000_000)
        #expect(desk.verdicts.count == 1)
        daemon.end()
    }

    /// Two long French names that begin alike.
    @Test func namesEachScanInWhole() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        let long =
            "Numérisation du dossier de la famille élargie, " + String(repeating: "é", count: 40)
        let names = ["été.txt", "\(long) 1.txt", "\(long) 2.txt"]
        for name in names { desk.drop(Array("bonjour".utf8), as: name) }
        waitUntil { desk.verdicts.count == 3 }
        daemon.end()
        let inputs = desk.verdicts.compactMap { name -> String? in
            let bytes = desk.contents(of: "spool/verdicts/\(name)") ?? []
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            return object?["input"] as? String
        }
        #expect(Set(inputs) == Set(names))
    }

    /// Of another account, and closed to ours: nobody is told to light the paper better.
    @Test(.enabled(if: geteuid() == 0 && Programs.isInstalled("setpriv")))
    func leavesAScanThatItMayNotRead() throws {
        let desk = try DaemonDesk()
        let nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        _ = try Programs.run("/bin/chown", ["-R", "65534:65534", desk.file("spool")])
        _ = try Programs.run("/bin/chown", ["-R", "65534:65534", desk.file("lists")])
        unsafe _ = chmod(desk.file("."), 0o755)
        let daemon = try DaemonProcess(desk, wrapper: nobody)
        waitUntil { desk.hasEvent("started") }
        desk.make("closed") { path in
            let file = unsafe open(path, O_WRONLY | O_CREAT, 0o600)
            return close(file)
        }
        waitUntil { desk.hasEvent("claim-refused") }
        let program = Programs.path(of: "justificatifd")
        let place = ["--spool", desk.file("spool"), "--lists", desk.file("lists")]
        for command in ["status", "check"] {
            let words = Array(nobody.dropFirst()) + [program, command] + place
            let told = try Programs.run(nobody[0], words)
            #expect(told.text.contains("chmod g+r"), "\(told.text)")
        }
        #expect(desk.names("in") == ["closed"] && desk.verdicts == [])
        unsafe _ = chmod(desk.spool("in/closed"), 0o644)
        daemon.end()
        let next = try DaemonProcess(desk, wrapper: nobody)
        waitUntil { desk.verdicts.count == 1 }
        next.end()
        #expect(desk.names("in") == [] && desk.verdicts.count == 1)
    }

    @Test func judgesTheFilesOfAFolder() throws {
        let desk = try DaemonDesk()
        unsafe _ = mkdir(desk.spool("in/lot"), 0o770)
        for name in ["a", "b"] { desk.write(desk.text, as: "spool/in/lot/\(name)") }
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.verdicts.count == 2 }
        #expect(daemon.end() == 0)
        #expect(desk.verdicts.allSatisfy { $0.hasPrefix("lot%2F") })
        #expect(desk.names("in") == ["lot"] && desk.names("in/lot") == [])
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
        desk.write("twice", as: "first-name")
        unsafe _ = link(desk.file("first-name"), desk.spool("in/second-name"))
        waitUntil { desk.verdicts.count == 3 }
        daemon.end()
        #expect(desk.names("quarantine").count == 3)
        for name in desk.verdicts {
            let text = String(
                decoding: desk.contents(of: "spool/verdicts/\(name)") ?? [], as: UTF8.self)
            #expect(text.contains("\"reason\":\"not-a-file\""))
            // The advice says which it is.
            let words = ["link": "raccourci", "pipe": "pas un fichier", "second": "autre nom"]
            let word = words.first { name.hasPrefix($0.key) }?.value
            #expect(text.contains(try #require(word)))
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
