import Foundation
import TestSupport
import Testing

/// `justificatif verify` as scripts see it (Spec/verdicts.md 3 and 4).
struct VerifyCommandTests {
    @Test func acceptsTheTextItselfInAnyTrimmingAndDoesNotRepeatIt() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try desk.verify(" \t\(desk.text())\r\n")
        #expect(outcome.verdicts == ["valid"])
        #expect(outcome.objects.first?["input"] as? String == "(text)")
    }

    @Test func rootsOfSomebodyElseRefuseTheList() throws {
        let (desk, other) = try (Desk(), Desk())
        try desk.issue()
        let outcome = try Command.verifier(
            "verify", "--lists", desk.file("lists"), "--roots", other.file("roots.pub"),
            desk.file("proof.txt"))
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("[not-signed-enough]"))
    }

    @Test func aKeyNotInTheListIsAnUnknownIssuer() throws {
        let (desk, other) = try (Desk(), Desk())
        try other.issue()
        let outcome = try desk.verify(other.file("proof.txt"))
        #expect(outcome.verdicts == ["issuer-unknown"])
        #expect(outcome.status == 1)
        #expect(outcome.objects.first?["claims"] == nil)
    }
}
