import Foundation
import TestSupport
import Testing

/// Several processes of the real program on one register.
struct RegisterConcurrencyTests {
    @Test func issuersThatStartAtOnceLoseNoRow() throws {
        let desk = try RegisterDesk()
        let rows = String(repeating: RegisterDesk.claims + "\n", count: 40)
        desk.write(rows, as: "rows.jsonl")
        let (batches, singles) = (4, 8)
        let common = "--key caf.key --register register.db --at 2026-11-21"
        var commands = (0..<batches).map {
            "issue \(common) --batch rows.jsonl --out-dir out\($0)"
        }
        commands += (0..<singles).map {
            "issue \(common) --claims claims.json --text s\($0).txt"
        }
        let outcome = try desk.together(commands)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.errors.contains("erreur"), "\(outcome.errors)")
        #expect(try desk.issuedCount() == batches * 40 + singles)
        // Every text that left has its row.
        let found = try Command.shell(
            "cd \(desk.path); \(RegisterDesk.program) revoke --register register.db --dry-run "
                + "--at 2026-11-21 --json out*/*.txt ./s*.txt")
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.objects.count == batches * 40 + singles)
        #expect(found.objects.allSatisfy { $0["result"] as? String == "would-be-cancelled" })
    }

    @Test func issuingRevokingAndPublishingGoOnTogether() throws {
        let desk = try RegisterDesk()
        let references = try (0..<6).map { try desk.issue("first\($0)") }
        var commands: [String] = []
        for (number, reference) in references.enumerated() {
            commands += [
                "issue --key caf.key --register register.db --at 2026-11-21 --claims claims.json "
                    + "--text later\(number).txt",
                "revoke --register register.db --at 2026-11-21 --yes \(reference)",
                "register stats --register register.db",
            ]
        }
        commands.append(
            "revocations publish --register register.db --key rev.key --id caf --out caf.cose "
                + "--at 2026-11-21T12:00:00Z")
        let outcome = try desk.together(commands)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try desk.issuedCount() == 12)
        #expect(try desk.stats()["revoked"] as? Int == 6)
        try desk.must(desk.publishWords(at: "2026-11-21T13:00:00Z"))
        #expect(try desk.show()["later days"]?.hasPrefix("6 revoked") == true)
    }
}

extension RegisterDesk {
    static let program = Command.path(of: "justificatif-issuer")

    /// Runs command lines in the folder, all at the same time.
    fileprivate func together(_ commands: [String]) throws -> Outcome {
        write(commands.map { "\(RegisterDesk.program) \($0)\n" }.joined(), as: "commands")
        return try Command.shell(
            "cd \(path); xargs -P \(commands.count) -d '\\n' -I{} sh -c '{}' <commands")
    }
}
