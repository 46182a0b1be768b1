import Foundation
import TestSupport
import Testing

/// `justificatifd run` as a back office uses it (Spec/spool.md).
@Suite(.serialized)
struct DaemonTests {
    /// A daemon that is stopped when the test ends.
    private final class Daemon {
        let process = Process()

        init(_ desk: Desk) throws {
            process.executableURL = URL(fileURLWithPath: Command.path(of: "justificatifd"))
            process.arguments = [
                "run", "--spool", desk.file("spool"), "--lists", desk.file("lists"), "--roots",
                desk.file("roots.pub"),
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            Daemon.wait { FileManager.default.fileExists(atPath: desk.file("spool/quarantine")) }
        }

        func stop() {
            process.terminate()
            process.waitUntilExit()
        }

        static func wait(_ condition: () -> Bool) {
            for _ in 0..<400 where !condition() { usleep(25_000) }
        }
    }

    private func verdicts(_ desk: Desk) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: desk.file("spool/verdicts"))
        return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
    }

    private func drop(_ bytes: [UInt8], as name: String, _ desk: Desk) throws {
        desk.write(bytes, as: "spool/in/.new")
        try FileManager.default.moveItem(
            atPath: desk.file("spool/in/.new"), toPath: desk.file("spool/in/\(name)"))
    }

    @Test func leavesOneVerdictForEachArrival() throws {
        let desk = try Desk()
        try desk.issue()
        let daemon = try Daemon(desk)
        defer { daemon.stop() }
        let picture = desk.contents(of: "proof.png") ?? []
        try drop(picture, as: "SCAN0001.png", desk)
        Daemon.wait { verdicts(desk).count == 1 }
        try drop(picture, as: "SCAN0001.png", desk)
        try drop(Array("bonjour".utf8), as: "a b\n.txt", desk)
        Daemon.wait { verdicts(desk).count == 3 }
        let names = verdicts(desk)
        #expect(names.count == 3)
        #expect(names.filter { $0.hasPrefix("SCAN0001.png.") }.count == 2)
        #expect(names.contains { $0.hasPrefix("a%20b%0A.txt.") })
        for name in names {
            let data = try #require(desk.contents(of: "spool/verdicts/\(name)"))
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
            let expected = name.hasPrefix("SCAN") ? ["valid", "expired"] : ["foreign-code"]
            #expect(expected.contains(object["verdict"] as? String ?? ""))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.file("spool/in")) == [])
    }

    @Test func takesAFileThatWasWrittenInPlaceOnceItIsQuiet() throws {
        let desk = try Desk()
        try desk.issue()
        let daemon = try Daemon(desk)
        defer { daemon.stop() }
        desk.write(Array(desk.text().utf8), as: "spool/in/slow.txt")
        Daemon.wait { !verdicts(desk).isEmpty }
        #expect(verdicts(desk).count == 1)
    }

    @Test func judgesWhatArrivedWhileItWasStopped() throws {
        let desk = try Desk()
        try desk.issue()
        try Daemon(desk).stop()
        try drop(desk.contents(of: "proof.png") ?? [], as: "night.png", desk)
        let daemon = try Daemon(desk)
        defer { daemon.stop() }
        Daemon.wait { !verdicts(desk).isEmpty }
        #expect(verdicts(desk).count == 1)
    }

    @Test func leavesFilesOfFileManagersAlone() throws {
        let desk = try Desk()
        let daemon = try Daemon(desk)
        for name in ["Thumbs.db", "x.part", "~$x.txt"] {
            try drop(Array("x".utf8), as: name, desk)
        }
        try drop(Array("x".utf8), as: "last.txt", desk)
        Daemon.wait { !verdicts(desk).isEmpty }
        daemon.stop()
        #expect(verdicts(desk).count == 1)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.file("spool/in")).sorted()
                == ["Thumbs.db", "x.part", "~$x.txt"])
        #expect(daemon.process.terminationStatus == 0)
    }
}
