import Foundation
import TestSupport
import Testing

struct RevokeCommandTests {
    @Test func findsByReferenceTextAndPicture() throws {
        let desk = try RegisterDesk()
        let reference = try desk.issue("first")
        try desk.issue("second")
        try desk.must(desk.issueWords("third") + ["--out", desk.file("third.png")])
        let spoken = reference.lowercased().replacingOccurrences(of: "-", with: " ")
        #expect(
            try desk.revoke(
                spoken, desk.file("second.txt"), desk.file("third.png"), options: "--yes")
                == ["cancelled", "cancelled", "cancelled"])
        #expect(try desk.stats()["revoked"] as? Int == 3)
    }

    @Test func registerShowTellsTheStateOfOneReference() throws {
        let desk = try RegisterDesk()
        let reference = try desk.issue()
        let show = ["register", "show", "--lang", "en", "--register", desk.register]
        let fresh = try desk.run(show + [reference])
        #expect(fresh.status == 0, "\(fresh.errors)")
        #expect(fresh.text == "\(reference): issued on 21 November 2026, not cancelled\n")
        #expect(try desk.run(show + [reference.lowercased()]).text == fresh.text)
        _ = try desk.revoke(reference, options: "--yes")
        #expect(try desk.run(show + [reference]).text.contains("not published yet"))
        #expect(try desk.run(show + ["0000"]).status == 64)
        try desk.must("register", "new", "--register", desk.file("empty.db"))
        let unknown = try desk.run(
            ["register", "show", "--lang", "en", "--register", desk.file("empty.db"), reference])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("is not in this register"))
    }

    @Test func readsTextFromStandardInput() throws {
        let desk = try RegisterDesk()
        try desk.issue()
        let text = try #require(desk.contents(of: "proof.txt"))
        let outcome = try desk.run(desk.revokeWords("-"), input: text)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.objects.first?["result"] as? String == "cancelled")
    }

    @Test func answersEachKindOfNothingToDo() throws {
        let desk = try RegisterDesk()
        let reference = try desk.issue()
        let mistyped = (reference.hasPrefix("0") ? "7" : "0") + reference.dropFirst()
        #expect(try desk.revoke(reference, options: "--dry-run") == ["would-be-cancelled"])
        #expect(try desk.revoke(reference, options: "--undo", "--yes") == ["not-cancelled"])
        #expect(
            try desk.revoke(reference, reference, options: "--yes")
                == ["cancelled", "already-cancelled"])
        #expect(
            try desk.revoke(mistyped, "4838-AYFV-CRAC-0", options: "--yes")
                == ["mistyped", "unknown"])
        #expect(try desk.revoke(reference, options: "--undo", "--yes") == ["restored"])
        #expect(try desk.run(desk.revokeWords("4838-AYFV-CRAC-0")).status == 64)
        #expect(try desk.run(desk.revokeWords(reference, reference)).status == 0)
    }

    @Test func anExpiredOneHasNothingToCancel() throws {
        let desk = try RegisterDesk()
        try desk.issue()
        let words = [
            "revoke", "--register", desk.register, "--yes", "--json", desk.file("proof.txt"),
        ]
        // Its last day is 10 January; verifiers are kind for twelve hours more.
        let late = try desk.run(words + ["--at", "2027-01-11T12:00:00Z"])
        #expect(late.objects.first?["result"] as? String == "expired")
        #expect(late.status == 64)
        let inTime = try desk.run(words + ["--at", "2027-01-11T11:59:59Z"])
        #expect(inTime.objects.first?["result"] as? String == "cancelled")
    }

    @Test func anAlteredCodeIsNotTakenForTheRealOne() throws {
        let desk = try RegisterDesk()
        try desk.issue()
        let text = String(decoding: try #require(desk.contents(of: "proof.txt")), as: UTF8.self)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let characters = Array(text)
        var files: [String] = []
        // One bit of the signed part at a time; the fingerprint leaves out what comes after.
        for place in 60..<140 {
            for bit in 0..<5 {
                let value = try #require(alphabet.firstIndex(of: characters[place]))
                var altered = characters
                altered[place] = alphabet[value ^ 1 << bit]
                files.append(desk.write(String(altered), as: "altered-\(place)-\(bit).txt"))
            }
        }
        let words = ["revoke", "--register", desk.register, "--at", "2026-11-21", "--json"]
        let results = try desk.run(words + ["--dry-run"] + files).objects
            .compactMap { $0["result"] as? String }
        #expect(results.contains("altered"))
        #expect(!results.contains("would-be-cancelled"))
    }

    @Test func asksOnATerminalOnly() throws {
        let desk = try RegisterDesk()
        let reference = try desk.issue()
        let silent = try desk.run(["revoke", "--register", desk.register, reference])
        #expect(silent.status == 64)
        #expect(silent.errors.contains("--yes"))
        #expect(try desk.stats()["revoked"] as? Int == 0)
    }

    @Test(
        .enabled(if: Command.isInstalled("script"), "needs script(1) for a terminal"),
        arguments: [("o", 1), ("oui", 1), ("n", 0), ("", 0), ("non", 0)])
    func doesAsItIsAnswered(_ answer: String, _ revoked: Int) throws {
        let desk = try RegisterDesk()
        let reference = try desk.issue()
        let program = Command.path(of: "justificatif-issuer")
        let words = "\(program) revoke --register \(desk.register) \(reference)"
        let outcome = try Command.shell(
            "(sleep 1; printf '\(answer)\\n') | script -qec '\(words)' /dev/null")
        #expect(outcome.text.contains("Annuler ce justificatif ?"))
        #expect(try desk.stats()["revoked"] as? Int == revoked)
    }

    @Test func isUndoneUntilPublished() throws {
        let desk = try RegisterDesk()
        let reference = try desk.issue()
        #expect(try desk.revoke(reference, options: "--yes") == ["cancelled"])
        try desk.must(desk.publishWords(at: "2026-11-21T12:00:00Z"))
        let late = try desk.run(desk.revokeWords(reference, options: ["--undo", "--json"]))
        #expect(late.objects.first?["result"] as? String == "published")
        #expect(late.status == 64)
    }

    @Test func aRegisterIsNeverMadeByCancelling() throws {
        let desk = try RegisterDesk()
        #expect(try desk.run(desk.revokeWords("4838-AYFV-CRAC-0")).status == 74)
        #expect(desk.contents(of: "register.db") == nil)
    }

    @Test func aProofThatCannotBeWrittenStaysRegistered() throws {
        let desk = try RegisterDesk()
        try desk.must("register", "new", "--register", desk.register)
        let words = desk.issueWords("missing/proof")
        let outcome = try desk.run(words)
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("reste au registre"))
        #expect(try desk.issuedCount() == 1)
    }
}
