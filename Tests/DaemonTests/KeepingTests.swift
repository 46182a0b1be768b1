import Foundation
import Glibc
import TestSupport
import Testing

/// What the daemon keeps, and for how long (Spec/spool.md 5).
struct KeepingTests {
    private static let old = "1700000000000-0000"

    @Test func erasesInputsAfterTheirTimeAndNotBefore() throws {
        let desk = try DaemonDesk()
        desk.dropTexts(5)
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.verdicts.count == 5 }
        daemon.end()
        #expect(desk.names("done").count == 5)
        let next = try DaemonProcess(desk, ["--keep-input", "0"])
        waitUntil { desk.names("done").isEmpty }
        next.end()
        #expect(desk.names("done") == [] && desk.hasEvent("erased"))
        #expect(desk.verdicts.count == 5)
    }

    @Test func takesPersonalDataOutOfVerdictsThatWereNotCollected() throws {
        let desk = try DaemonDesk()
        let verdict = """
            {"checked_at":"2023-11-14T22:13:20Z","claims":{"family_name":"LEFÈVRE"},
             "family":"green","format":"justificatif-verdict/1","headline":"x","input":"a",
             "issuer":"y","reference":"z","verdict":"valid"}
            """
        desk.write(verdict, as: "spool/verdicts/a.\(Self.old).json")
        desk.write(verdict, as: "spool/verdicts/.old-\(Self.old)")
        desk.write("other", as: "spool/verdicts/notes.txt")
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("redacted") }
        daemon.end()
        #expect(desk.verdicts == ["a.\(Self.old).json", "notes.txt"])
        let left = String(
            decoding: desk.contents(of: "spool/verdicts/a.\(Self.old).json") ?? [], as: UTF8.self)
        #expect(
            left == """
                {"checked_at":"2023-11-14T22:13:20Z","family":"green",\
                "format":"justificatif-verdict/1","input":"a","redacted":true,"verdict":"valid"}

                """)
        #expect(desk.contents(of: "spool/verdicts/.old-\(Self.old)") == nil)
    }

    @Test func rollsForwardWhatAStopLeft() throws {
        let desk = try DaemonDesk()
        let whole = "{\"verdict\":\"valid\"}\n"
        let ids = (0...3).map { "170000000000\($0)-0000" }
        // Decided and not published; written and not decided; written for nothing; only taken.
        desk.write("x", as: "spool/done/\(ids[0]).a1.scan-0")
        desk.write(whole, as: "spool/verdicts/.tmp-\(ids[0])")
        desk.write("x", as: "spool/work/\(ids[1]).a1.scan-1")
        desk.write("{\"ver", as: "spool/verdicts/.tmp-\(ids[1])")
        desk.write(whole, as: "spool/verdicts/.tmp-\(ids[2])")
        desk.write("x", as: "spool/work/\(ids[3]).a1.scan-2")
        let daemon = try DaemonProcess(desk, ["--keep-verdict", "8760"])
        waitUntil { desk.verdicts.count == 3 }
        daemon.end()
        #expect(desk.wronglyJudged(3) == [])
    }

    @Test func quarantinesWhatBroughtItDownTwice() throws {
        let desk = try DaemonDesk()
        let id = "\(Int(Date().timeIntervalSince1970) * 1_000)-0000"
        desk.write("x", as: "spool/work/\(id).a2.scan-0")
        desk.write("\(id)\n", as: "spool/work/.judging")
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.verdicts.count == 1 }
        daemon.end()
        #expect(desk.names("quarantine") == ["\(id).a3.scan-0"])
        let text = desk.contents(of: "spool/verdicts/\(desk.verdicts.first ?? "")") ?? []
        #expect(String(decoding: text, as: UTF8.self).contains("\"reason\":\"poison\""))
    }
}
