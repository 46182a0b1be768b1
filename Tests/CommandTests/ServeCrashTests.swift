import Foundation
import TestSupport
import Testing

/// The signing service killed at every call of one kind while it issues: nothing left without its
/// row, and every row is one that its holder finds and can cancel (Spec/signing.md 3).
@Suite(.enabled(if: RunningSigner.canRun && CrashTool.isInstalled, "needs strace and python3"))
struct ServeCrashTests {
    /// By which it hears, writes the register and answers.
    @Test(arguments: ["recvfrom", "pwrite64", "fdatasync", "sendto"])
    func noProofWithoutItsRowAndNoRowWithoutAWayToCancelIt(_ call: String) throws {
        let signer = try RunningSigner()
        for turn in 1...CrashTool.turns {
            let before = try signer.desk.issuedCount()
            // The program is traced from beside, so that it is our child and not strace.
            try signer.start(through: [
                "strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                "inject=\(call):signal=SIGKILL:when=\(turn)",
            ])
            let answer = signer.isRunning ? try signer.issue(turn, for: "turn-\(turn)") : nil
            if let text = answer?["text"] as? String { try expectRow(of: text, signer) }
            _ = signer.stop(SIGKILL)
            try signer.start()
            let count = try signer.desk.issuedCount()
            #expect(try signer.references(of: "turn-\(turn)").count == count - before)
            _ = try signer.ask(["ask": "cancel", "holder": "turn-\(turn)", "all": true])
            #expect(try signer.desk.stats()["revoked"] as? Int == count)
            #expect(signer.stop() == 0)
            guard answer?["text"] != nil else { continue }
            #expect(turn > 1, "nothing was killed")
            return
        }
        Issue.record("\(CrashTool.turns) calls of \(call) and no end")
    }

    private func expectRow(of text: String, _ signer: RunningSigner) throws {
        let found = try signer.desk.run(
            ["revoke", "--register", signer.desk.register, "--json", "--dry-run", "-"],
            input: Array(text.utf8))
        #expect(found.objects.first?["result"] as? String == "would-be-cancelled")
    }
}
