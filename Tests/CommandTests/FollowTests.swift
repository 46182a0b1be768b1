import Foundation
import TestSupport
import Testing

/// `justificatif verify --follow`: a verdict a line, as lines come (Spec/wedge.md 6).
struct FollowTests {
    /// The command at work, with both ends of it.
    private struct Following {
        let process = Process()
        let input = Pipe()
        let output = Pipe()

        init(_ desk: Desk, _ options: String...) throws {
            process.executableURL = URL(fileURLWithPath: Command.path(of: "justificatif"))
            process.arguments = ["verify", "--follow", "--lists", desk.file("lists")] + options
            process.standardInput = input
            process.standardOutput = output
            try process.run()
        }

        func type(_ text: String) throws {
            try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        }

        /// Waits for the next output.
        func line() -> String {
            String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        }

        func object() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(line().utf8)) as? [String: Any] ?? [:]
        }

        func end() -> Int32 {
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -1
        }
    }

    @Test func answersEachLineBeforeTheNextIsTyped() throws {
        let desk = try Desk()
        try desk.issue()
        let following = try Following(desk, "--json", "--at", Desk.day)
        for (typed, verdict) in [
            ("\(desk.text())\n", "valid"), ("\n\r\nbonjour\r\n", "foreign-code"),
            ("]Q1\(desk.text())\r", "valid"), ("\(desk.text().lowercased())\n", "malformed"),
        ] {
            try following.type(typed)
            let object = try following.object()
            #expect(object["verdict"] as? String == verdict)
            #expect(object["input"] as? String == "-")
        }
        try following.input.fileHandleForWriting.close()
        #expect(following.end() == 0)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func endsWellWhenItIsStopped(signal: Int32) throws {
        let desk = try Desk()
        let following = try Following(desk, "--json")
        try following.type("bonjour\n")
        #expect(try following.object()["verdict"] as? String == "foreign-code")
        kill(following.process.processIdentifier, signal)
        #expect(following.end() == 0)
    }

    @Test func usesNewListsFromTheNextLineOn() throws {
        let desk = try Desk()
        try desk.issue()
        try FileManager.default.moveItem(atPath: desk.file("lists"), toPath: desk.file("kept"))
        let pinned = try Command.verifier(
            "lists", "init", "--roots", desk.file("roots.pub"), "--lists", desk.file("lists"))
        #expect(pinned.status == 0)
        let following = try Following(desk, "--json")
        try following.type("\(desk.text())\n")
        #expect(try following.object()["verdict"] as? String == "lists-stale")
        let install = try Command.verifier(
            "lists", "install", desk.file("trust.cose"), "--lists", desk.file("lists"))
        #expect(install.status == 0)
        try following.type("\(desk.text())\n")
        #expect(try following.object()["reason"] as? String != "trust-list-missing")
        try following.input.fileHandleForWriting.close()
        #expect(following.end() == 0)
    }

    @Test func keepsNoLineThatIsTooLong() throws {
        let desk = try Desk()
        try desk.issue()
        let long = String(repeating: "A", count: 70_000)
        let input = "\(long)\n\(desk.text())\n\(long.prefix(4_097))\n\(long.prefix(4_096))"
        let outcome = try Command.run(
            Command.path(of: "justificatif"),
            ["verify", "--follow", "--json", "--at", Desk.day, "--lists", desk.file("lists")],
            input: Array(input.utf8))
        #expect(outcome.status == 0)
        #expect(outcome.verdicts == ["unreadable", "valid", "unreadable", "foreign-code"])
        #expect(outcome.objects.first?["reason"] as? String == "too-large")
    }

    @Test func takesNoInputsBeside() throws {
        #expect(try Command.verifier("verify", "--follow", "proof.png").status == 64)
        #expect(try Command.verifier("verify").status == 64)
    }
}
