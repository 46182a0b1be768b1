import Explaining
import Signers
import Sodium
import TestSupport
import Testing
import Wire

/// Programs that sign, and programs that do not.
@Suite final class SignerProgramTests {
    private static let message = Array("Sig_structure".utf8)
    private let folder = TemporaryFolder()

    private func answer(
        _ script: String, seconds: Int = 60, _ arguments: String...
    ) throws -> Signature {
        let key = PracticeKey(3)
        folder.write(Array(try key.signature(for: Self.message).bytes), as: "good")
        folder.write(Array("#!/bin/sh\ncd \(folder.path)\n\(script)\n".utf8), as: "sign")
        _ = Tool.run("chmod 700 \(folder.file("sign"))")
        let program = SignerProgram(folder.file("sign"), arguments, seconds: seconds)
        return try Signer(program, for: key.publicKey, Practice.crypto)
            .signature(for: Self.message)
    }

    private func code(_ script: String, seconds: Int = 60) -> String? {
        do {
            _ = try answer(script, seconds: seconds)
            return nil
        } catch { return (error as? any SignerFault)?.code }
    }

    @Test func getsTheBytesAndItsArgumentsAndGivesTheSignature() throws {
        let signature = try answer("cat >got; echo $1 >word; cat good", "--key=caf")
        #expect(folder.contents(of: "got") == Self.message)
        #expect(folder.contents(of: "word") == Array("--key=caf\n".utf8))
        #expect(Array(signature.bytes) == folder.contents(of: "good"))
    }

    @Test func mayLeaveItsInputUnread() throws { _ = try answer("cat good") }

    @Test(arguments: [
        ("head -c 63 good", "signer-bad-answer"), ("cat good; echo", "signer-bad-answer"),
        (":", "signer-bad-answer"), ("cat /dev/zero", "signer-bad-answer"),
        ("head -c 64 /dev/zero", "signer-bad-signature"),
        ("head -c 63 good; printf x", "signer-bad-signature"),
        ("cat good; exit 3", "signer-failed"), ("cat good; kill -9 $$", "signer-failed"),
    ])
    func isRefusedForAnotherAnswer(script: String, code: String) {
        #expect(self.code(script) == code)
    }

    @Test func isEndedWhenItIsLate() {
        #expect(code("exec sleep 60", seconds: 1) == "signer-timed-out")
    }

    @Test func isToldIfItIsNotThere() throws {
        let key = PracticeKey(3)
        let program = SignerProgram(folder.file("none"), [], seconds: 5)
        let signer = Signer(program, for: key.publicKey, Practice.crypto)
        #expect {
            try signer.signature(for: Self.message)
        } throws: { ($0 as? any SignerFault)?.code == "signer-missing" }
    }
}
