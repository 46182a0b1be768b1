import Foundation
import TestSupport
import Testing

/// `trust draft rotate`: monthly issuer keys (Spec/lists.md 7.6).
struct KeyRotationTests {
    /// A desk whose issuer signs through 2027, and a second key.
    private func desk() throws -> Desk {
        let desk = try Desk()
        let made = try Command.issuer(
            "key", "new", "--role", "issuer", "--out", desk.file("next"))
        #expect(made.status == 0)
        return desk
    }

    private func rotate(_ desk: Desk, _ more: String...) throws -> Outcome {
        try Command.run(
            Command.path(of: "justificatif-issuer"),
            [
                "trust", "draft", "rotate", "--draft", desk.file("trust.json"), "--old",
                desk.file("caf.pub"), "--new", desk.file("next.pub"), "--out",
                desk.file("trust-8.json"),
            ] + more)
    }

    private func install(_ desk: Desk) throws {
        let out = desk.file("trust-8.cose")
        let signed = try Command.issuer(
            "trust", "sign", "--draft", desk.file("trust-8.json"), "--key", desk.file("root.key"),
            "--out", out, "--at", "2026-11-21")
        #expect(signed.status == 0, "\(signed.errors)")
        let installed = try Command.verifier("lists", "install", out, "--lists", desk.file("lists"))
        #expect(installed.status == 0, "\(installed.errors)")
    }

    private func verdict(_ desk: Desk, key: String, on day: String) throws -> [String] {
        let text = desk.file("\(key)-\(day).txt")
        let claims = Desk.claims.replacing("2026-11-02", with: day)
            .replacing("2026-10", with: day.prefix(7))
        let issued = try Command.issuer(
            "issue", "--key", desk.file("\(key).key"), "--unregistered", "--claims",
            desk.write(Array(claims.utf8), as: "claims.json"), "--at", day, "--text", text)
        #expect(issued.status == 0, "\(issued.errors)")
        return try Command.verifier(
            "verify", "--json", "--lists", desk.file("lists"), "--at", "2026-12-03", text
        ).verdicts
    }

    @Test func leavesOldProofsValidAndNewOnesToTheNewKey() throws {
        let desk = try desk()
        let rotated = try rotate(desk, "--from", "2026-12-01", "--at", "2026-11-21")
        #expect(rotated.status == 0, "\(rotated.errors)")
        #expect(rotated.text.contains("brouillon 8"))
        #expect(rotated.text.contains("du 2026-12-01 au 2026-12-31"))
        try install(desk)
        #expect(try verdict(desk, key: "caf", on: "2026-11-30") == ["valid"])
        #expect(try verdict(desk, key: "next", on: "2026-12-01") == ["valid"])
        #expect(try verdict(desk, key: "caf", on: "2026-12-01") == ["key-withdrawn"])
        #expect(try verdict(desk, key: "next", on: "2026-11-30") == ["key-withdrawn"])
    }

    @Test func withdrawsWhatAStolenKeySigned() throws {
        let desk = try desk()
        let rotated = try rotate(
            desk, "--from", "2026-11-30", "--until", "2026-12-31", "--stolen", "--at", "2026-11-21")
        #expect(rotated.status == 0, "\(rotated.errors)")
        try install(desk)
        #expect(try verdict(desk, key: "caf", on: "2026-11-29") == ["key-withdrawn"])
        #expect(try verdict(desk, key: "next", on: "2026-11-30") == ["valid"])
    }

    /// Three months and a day after its last day nothing of it can be good.
    @Test(arguments: [("2028-04-01", 2), ("2028-04-02", 1)])
    func leavesOutWhatIsOver(now: String, count: Int) throws {
        let desk = try desk()
        #expect(try rotate(desk, "--from", "2028-01-01", "--at", "2026-11-21").status == 0)
        let again = try Command.issuer(
            "key", "new", "--role", "issuer", "--out", desk.file("third"))
        #expect(again.status == 0)
        let rotated = try Command.issuer(
            "trust", "draft", "rotate", "--draft", desk.file("trust-8.json"), "--old",
            desk.file("next.pub"), "--new", desk.file("third.pub"), "--from", "2028-02-01",
            "--out", desk.file("trust-9.json"), "--at", now)
        #expect(rotated.status == 0, "\(rotated.errors)")
        let draft = try JSONSerialization.jsonObject(
            with: Data(desk.contents(of: "trust-9.json") ?? []))
        let issuers = (draft as? [String: Any])?["issuers"] as? [[String: Any]]
        #expect(issuers?.count == count + 1)
        #expect(rotated.text.contains("entrées retirées") == (count == 1))
    }

    @Test(arguments: [
        ("caf", "next", "2026-01-01", "rotation-too-early"),
        ("caf", "next", "2026-02-30", "day-option"), ("caf", "caf", "2027-01-01", "key-in-draft"),
        ("next", "next", "2027-01-01", "key-not-in-draft"),
        ("caf", "root", "2027-01-01", "key-role"),
    ])
    func refusesWhatMakesNoSense(old: String, new: String, from: String, code: String) throws {
        let desk = try desk()
        let refused = try Command.issuer(
            "trust", "draft", "rotate", "--draft", desk.file("trust.json"), "--old",
            desk.file("\(old).pub"), "--new", desk.file("\(new).pub"), "--from", from, "--out",
            desk.file("trust-8.json"))
        #expect(refused.errors.contains("[\(code)]"), "\(refused.errors)")
        #expect(desk.contents(of: "trust-8.json") == nil)
    }
}
