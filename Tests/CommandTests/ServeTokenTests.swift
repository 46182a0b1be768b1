import Foundation
import TestSupport
import Testing

/// The signing service of a portal with its key in a token (Spec/keys.md 4 and 5).
@Suite(.enabled(if: TokenDesk.canRun && RunningSigner.canRun))
struct ServeTokenTests {
    @Test func aPortalGetsWhatTheTokenSigned() throws {
        let (token, signer) = try desks()
        try signer.start(through: token.environment)
        let issued = try signer.issue()
        let text = try #require(issued?["text"] as? String)
        #expect(try verdicts(on: text, signer.desk) == ["valid"])
        #expect(try signer.issue()?["text"] as? String == text)
        #expect(try signer.references() == [issued?["reference"] as? String])
        #expect(signer.stop() == 0)
        #expect(!signer.errorText.contains("271828"))
    }

    @Test func aWrongPINIsTriedOnceAndNothingListens() throws {
        let (token, signer) = try desks()
        let right = signer.signing
        let wrong = token.write("141421\n", as: "wrong")
        try token.must("chmod 600 \(wrong)")
        signer.signing = right.dropLast() + [wrong]
        let refused = try served(signer, token)
        #expect(refused.status == 78 && refused.output.isEmpty)
        #expect(refused.errors.contains("[pin-wrong]"), "\(refused.errors)")
        #expect(!refused.errors.contains("141421") && !refused.errors.contains("started"))
        #expect(!signer.desk.names.contains("sign.sock"))
        signer.signing = right
        try signer.start(through: token.environment)
        #expect(try signer.issue()?["result"] as? String == "issued")
        #expect(signer.stop() == 0)
    }

    /// Whether the token says that it is locked, or only finds it out; and before it is.
    @Test func aLockedTokenIsToldAndTheLastTryIsLeftToAPerson() throws {
        let (token, signer) = try desks(failing: true)
        for (tries, code) in [
            ("locked", "pin-locked"), ("locks", "pin-locked"), ("last", "pin-last-try"),
        ] {
            token.set("TRIES", tries)
            let refused = try served(signer, token)
            #expect(refused.status == 78, "\(tries)")
            #expect(refused.errors.contains("[\(code)]"), "\(refused.errors)")
            #expect(!signer.desk.names.contains("sign.sock"))
        }
    }

    @Test func aTokenPulledOutRefusesUntilTheServiceIsStartedAgain() throws {
        let (token, signer) = try desks(failing: true)
        token.set("PULLED_AFTER", "1")
        try signer.start(through: token.environment)
        #expect(try signer.issue(1)?["result"] as? String == "issued")
        for _ in 1...2 {
            let refused = try signer.issue(2)
            #expect(refused?["code"] as? String == "pkcs11-gone", "\(refused ?? [:])")
        }
        #expect(try signer.desk.issuedCount() == 1)
        #expect(signer.isRunning && signer.stop() == 0)
        token.set("PULLED_AFTER", nil)
        try signer.start(through: token.environment)
        #expect(try signer.issue(2)?["result"] as? String == "issued")
        #expect(signer.stop() == 0)
    }

    @Test func aTokenThatLiesLetsNothingOut() throws {
        let (token, signer) = try desks(failing: true)
        token.set("LYING_AFTER", "0")
        try signer.start(through: token.environment)
        let refused = try signer.issue()
        #expect(refused?["code"] as? String == "signer-bad-signature")
        #expect(refused?["text"] == nil)
        #expect(try signer.desk.issuedCount() == 0)
        #expect(signer.stop() == 0)
    }

    /// A service whose issuer key is in a token and nowhere else.
    private func desks(failing: Bool = false) throws -> (TokenDesk, RunningSigner) {
        let token = try TokenDesk()
        try token.makeToken("caf")
        try token.makePublic("caf", role: "issuer")
        let signer = try RunningSigner()
        try FileManager.default.removeItem(atPath: signer.desk.file("caf.key"))
        signer.desk.write(token.text(of: "caf.pub"), as: "caf.pub")
        let module = failing ? try token.failingModule() : TokenDesk.module
        signer.signing = token.signer("caf", module: module)
        return (token, signer)
    }

    /// The service, if it ends by itself.
    private func served(_ signer: RunningSigner, _ token: TokenDesk) throws -> Outcome {
        try token.run(signer.words + ["--socket", signer.socket])
    }

    /// What a counter says that trusts `caf.pub`.
    private func verdicts(on text: String, _ desk: RegisterDesk) throws -> [String] {
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        let draft = """
            {"format": "justificatif-trust-draft/1", "sequence": 1,
             "issuers": [{"key": "caf.pub", "name": "Caisse d’essai",
             "blocks": ["quotient-familial"], "sign_from": "\(year - 1)-01-01",
             "sign_until": "\(year + 1)-12-31"}]}
            """
        let (roots, list) = (desk.file("roots.pub"), desk.file("trust.cose"))
        try desk.must("key", "new", "--role", "root", "--out", desk.file("root"))
        try desk.must("root", "new", "--out", roots, desk.file("root.pub"))
        try desk.must(
            "trust", "sign", "--draft", desk.write(draft, as: "trust.json"), "--key",
            desk.file("root.key"), "--out", list)
        let lists = ["--lists", desk.file("lists")]
        for words in [["init", "--roots", roots], ["install", list]] {
            let outcome = try Command.run(
                Command.path(of: "justificatif"), ["lists"] + words + lists)
            guard outcome.status == 0 else { throw Desk.Refused(outcome) }
        }
        return try Command.run(
            Command.path(of: "justificatif"), ["verify", "--json", text] + lists
        ).verdicts
    }
}
