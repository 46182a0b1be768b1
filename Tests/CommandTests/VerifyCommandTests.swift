import Foundation
import TestSupport
import Testing

/// `justificatif verify` as scripts see it (Spec/verdicts.md 3 and 4).
struct VerifyCommandTests {
    @Test func judgesPictureTextAndStandardInputInOrder() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try desk.verify(desk.file("proof.png"), desk.file("proof.txt"))
        #expect(outcome.status == 0)
        #expect(outcome.verdicts == ["valid", "valid"])
        #expect(
            outcome.objects.compactMap { $0["input"] as? String }
                == [desk.file("proof.png"), desk.file("proof.txt")])
        let piped = try Command.run(
            Command.path(of: "justificatif"),
            ["verify", "--lists", desk.file("lists"), "--at", Desk.day, "--json", "-"],
            input: desk.contents(of: "proof.png") ?? [])
        #expect(piped.verdicts == ["valid"])
    }

    @Test func showsTheClaimsByTheirNamesAndSaysSimulated() throws {
        let desk = try Desk()
        try desk.issue()
        let object = try #require(try desk.verify(desk.file("proof.txt")).objects.first)
        let claims = try #require(object["claims"] as? [String: Any])
        #expect(claims["qf"] as? Int == 742)
        #expect(claims["qf_source"] as? String == "CNAF")
        #expect(claims["family_name"] as? String == "LEFÈVRE-DUPRÉ")
        #expect(object["issued"] as? String == "2026-11-21")
        #expect(object["last_day"] as? String == "2026-12-18")
        #expect(object["simulated"] as? Bool == true)
        #expect((object["lists"] as? [String: Any])?["trust_sequence"] as? Int == 7)
    }

    @Test func acceptsTheTextItselfInAnyTrimmingAndDoesNotRepeatIt() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try desk.verify(" \t\(desk.text())\r\n")
        #expect(outcome.verdicts == ["valid"])
        #expect(outcome.objects.first?["input"] as? String == "(text)")
    }

    @Test func exitsWithTheWorstOfABatch() throws {
        let desk = try Desk()
        try desk.issue()
        desk.write(Array("HC1:6BF".utf8), as: "foreign.txt")
        let proof = desk.file("proof.txt")
        #expect(try desk.verify(proof, desk.file("foreign.txt")).status == 4)
        #expect(try desk.verify(proof, desk.file("foreign.txt"), "nowhere").status == 74)
        #expect(try desk.verify(desk.file("foreign.txt"), options: ["--json"]).status == 4)
        let late = try Command.verifier(
            "verify", "--lists", desk.file("lists"), "--at", "2027-01-02", "--json", proof,
            desk.file("foreign.txt"))
        #expect(late.verdicts == ["expired", "foreign-code"])
        #expect(late.status == 1)
    }

    @Test func strictTurnsAgingListsIntoNotConcluded() throws {
        let desk = try Desk()
        let aging = "2027-08-25"
        let claims = Desk.claims.replacingOccurrences(of: "2026-10", with: "2027-08")
            .replacingOccurrences(of: "2026-11-02", with: aging)
        desk.write(Array(claims.utf8), as: "later.json")
        let issued = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--claims",
            desk.file("later.json"), "--at", aging, "--text", desk.file("later.txt"))
        #expect(issued.status == 0)
        let arguments = ["verify", "--lists", desk.file("lists"), "--at", aging, "--json"]
        let program = Command.path(of: "justificatif")
        let plain = try Command.run(program, arguments + [desk.file("later.txt")])
        #expect(plain.verdicts == ["valid-lists-aging"])
        #expect(plain.status == 0)
        let strict = try Command.run(program, arguments + ["--strict", desk.file("later.txt")])
        #expect(strict.status == 3)
    }

    @Test func answersForARecipient() throws {
        let desk = try Desk()
        try desk.issue(Desk.claims, as: "proof", "--recipient", "Mairie de l’Île-d’Yeu")
        let proof = desk.file("proof.txt")
        let mine = try desk.verify(
            proof, options: ["--json", "--recipient", "MAIRIE DE L'ILE D'YEU"])
        #expect(mine.verdicts == ["valid"])
        let other = try desk.verify(proof, options: ["--json", "--recipient", "Mairie de Nantes"])
        #expect(other.verdicts == ["wrong-recipient"])
        for nobody in ["", " ", "-"] {
            let refused = try desk.verify(proof, options: ["--json", "--recipient", nobody])
            #expect(refused.status == 64 && refused.errors.contains("--recipient: is empty"))
        }
        #expect(other.status == 1)
        #expect(try desk.verify(proof).verdicts == ["valid"])
    }

    @Test func speaksFrenchAndEnglish() throws {
        let desk = try Desk()
        try desk.issue()
        let french = try desk.verify(desk.file("proof.txt"), options: [])
        #expect(french.text.contains("✓ Justificatif authentique"))
        #expect(french.text.contains("Utilisable jusqu’au  "))
        #expect(french.text.contains("18 décembre 2026 inclus"))
        let english = try desk.verify(desk.file("proof.txt"), options: ["--lang", "en"])
        #expect(english.text.contains("✓ Authentic"))
    }

    @Test func withoutListsItIsAConfigurationError() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try Command.verifier(
            "verify", "--lists", desk.file("nowhere"), desk.file("proof.txt"))
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("lists init"))
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

    @Test func inspectShowsAndJudgesNothing() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try Command.verifier("inspect", desk.file("proof.png"))
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("NON VÉRIFIÉ"))
        #expect(outcome.text.contains("742"))
    }

    @Test func usageErrorsExit64() throws {
        #expect(try Command.verifier("verify").status == 64)
        #expect(try Command.verifier("verify", "--nonsense", "x").status == 64)
        #expect(try Command.verifier("verify", "--at", "2026-02-30", "x").status == 64)
        #expect(try Command.issuer("issue").status == 64)
        #expect(try Command.verifier("--help").status == 0)
    }
}
