import Foundation
import Glibc
import QRImage
import TestSupport
import Testing

/// Files made to stall, fill or lead astray: each costs its own verdict, and others go on
/// (Spec/spool.md 2, 6; pictures themselves are tried in SiblingsTests).
struct HostileFileTests {
    private func verdict(_ desk: DaemonDesk, _ name: String) -> String {
        let file = desk.verdicts.first { $0.hasPrefix("\(name).") } ?? ""
        let text = desk.contents(of: "spool/verdicts/\(file)") ?? []
        let object = try? JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
        return [object?["verdict"], object?["reason"]].compactMap { $0 as? String }
            .joined(separator: " ")
    }

    @Test func givesWhatIsNoFileAVerdictWithoutOpeningIt() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        desk.make("pipe") { unsafe mkfifo($0, 0o666) }
        desk.make("socket") { unsafe mknod($0, S_IFSOCK | 0o666, 0) }
        desk.make("loop") { unsafe symlink("loop", $0) }
        var names = ["pipe", "socket", "loop"]
        // The endless device, where this account may make one.
        if desk.make("device", { unsafe mknod($0, S_IFCHR | 0o666, 1 << 8 | 5) }) {
            names.append("device")
        }
        waitUntil { desk.verdicts.count >= names.count }
        #expect(daemon.end() == 0)
        for name in names {
            #expect(verdict(desk, name) == "unreadable not-a-file", "\(name)")
        }
    }

    @Test func goesOnWithOthersWhileFilesStallOrGrow() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        let picture = try QRCode(alphanumeric: desk.text).png()
        desk.drop(desk.claim(of: picture, side: 65_535), as: "claim")
        desk.drop([UInt8](repeating: 0x41, count: 33_554_433), as: "large")
        // Somebody goes on writing to a file that was renamed in.
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = [
            "-c",
            """
            exec 3>'\(desk.spool("in/.grows"))'; printf JF1: >&3
            mv '\(desk.spool("in/.grows"))' '\(desk.spool("in/grows"))'
            for i in $(seq 400); do printf AAAAAAAAAAAAAAAA >&3; sleep 0.005; done
            """,
        ]
        try writer.run()
        for number in 0..<20 { desk.drop(picture, as: "good-\(number)") }
        waitUntil { desk.verdicts.count == 23 }
        writer.waitUntilExit()
        #expect(daemon.end() == 0)
        #expect(verdict(desk, "claim") == "unreadable too-large")
        #expect(verdict(desk, "large") == "unreadable too-large")
        #expect(verdict(desk, "grows").hasPrefix("malformed"))
        for number in 0..<20 {
            #expect(["valid", "expired"].contains(verdict(desk, "good-\(number)")))
        }
        #expect(desk.names("work") == [] && desk.names("in") == [])
    }
}
