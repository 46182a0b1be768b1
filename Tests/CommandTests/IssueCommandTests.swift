import Foundation
import TestSupport
import Testing

/// `justificatif-issuer issue` as an issuing body uses it.
struct IssueCommandTests {
    private func sample(_ name: String) -> String { "\(Checkout.root)/Tests/Samples/\(name)" }

    private func issue(_ desk: Desk, _ more: [String]) throws -> Outcome {
        try Command.run(
            Command.path(of: "justificatif-issuer"),
            ["issue", "--key", desk.file("caf.key"), "--unregistered", "--at", Desk.day] + more)
    }

    @Test(arguments: Desk.allBlocks)
    func answersBecomeProofs(_ kind: String) throws {
        try expectProof(of: kind, from: "\(kind).json", stating: Desk.facts(kind))
    }

    @Test(arguments: ["assurance-maladie", "complementaire-sante-solidaire"])
    func anAnswerOnTheC2SBecomesAProof(_ kind: String) throws {
        try expectProof(of: kind, from: "complementaire-sante.json", stating: ["c2s_on": true])
    }

    /// Issues from a sample answer: the verdict is valid and shows one of the facts.
    private func expectProof(
        of kind: String, from answer: String, stating facts: [String: Any]
    ) throws {
        let desk = try Desk()
        let outcome = try issue(
            desk,
            [
                "--kind", kind, "--answer", sample(answer), "--identity", sample("identity.json"),
                "--text", desk.file("proof.txt"),
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try #require(try desk.verify(desk.file("proof.txt")).objects.first)
        #expect(object["verdict"] as? String == "valid")
        let claims = try #require(object["claims"] as? [String: Any])
        #expect(facts.keys.contains { claims[$0] != nil && $0 != "data_as_of" })
    }

    /// It is the name on many identity cards, and nobody would think of asking for it.
    @Test(arguments: [nil, "usage_name"])
    func aUsageNameIsOffered(asked: String?) throws {
        let desk = try Desk()
        let outcome = try issue(
            desk,
            [
                "--kind", "quotient-familial", "--answer", sample("quotient-familial.json"),
                "--identity", sample("identity.json"), "--text", desk.file("proof.txt"),
            ] + (asked.map { ["--disclose", $0] } ?? []))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("--disclose usage_name") == (asked == nil))
        #expect(!outcome.errors.contains("VALMONT"))
        let object = try #require(try desk.verify(desk.file("proof.txt")).objects.first)
        let claims = try #require(object["claims"] as? [String: Any])
        #expect(claims["usage_name"] as? String == (asked == nil ? nil : "VALMONT"))
        #expect(claims["qf"] != nil)
    }

    @Test func onlyDisclosedLabelsGoIn() throws {
        let desk = try Desk()
        let outcome = try issue(
            desk,
            [
                "--kind", "quotient-familial", "--answer", sample("quotient-familial.json"),
                "--identity", sample("identity.json"), "--disclose", "qf_at_most=800", "--scale",
                sample("scale.json"), "--text", desk.file("proof.txt"),
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try #require(try desk.verify(desk.file("proof.txt")).objects.first)
        let claims = try #require(object["claims"] as? [String: Any])
        #expect(
            claims.keys.sorted() == [
                "birth_date", "data_as_of", "family_name", "first_given_name", "qf_at_most",
                "qf_month", "qf_source",
            ])
    }

    @Test func aQuotientFamilialOfZeroIsSignedOnlyIfItIsConfirmed() throws {
        let desk = try Desk()
        let claims = Desk.claims.replacingOccurrences(of: "742", with: "0")
        let refused = try desk.issue(claims)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("zero-not-confirmed"))
        #expect(try desk.issue(claims, as: "zero", "--confirm-zero").status == 0)
        let object = try #require(try desk.verify(desk.file("zero.txt")).objects.first)
        #expect((object["claims"] as? [String: Any])?["qf"] as? Int == 0)
    }

    @Test func anotherPersonsAnswerIsRefusedWithoutTheirValues() throws {
        let desk = try Desk()
        let identity = #"{"family_name": "AUTRE", "given_name": "Zoé", "birthdate": "1970-01-02"}"#
        let outcome = try issue(
            desk,
            [
                "--kind", "quotient-familial", "--answer", sample("quotient-familial.json"),
                "--identity", desk.write(Array(identity.utf8), as: "identity.json"),
                "--text", desk.file("proof.txt"),
            ])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("identity-mismatch"))
        #expect(outcome.errors.contains("family_name"))
        #expect(!outcome.errors.contains("AUTRE") && !outcome.errors.contains("TERRASSIER"))
        #expect(desk.contents(of: "proof.txt") == nil)
    }

    @Test(
        arguments: [
            ("2026-11-21T09:45:00Z", 0), ("2026-11-21T09:44:59Z", 64), ("2026-11-21T10:02:00Z", 0),
            ("2026-11-21T10:02:01Z", 64),
        ] as [(String, Int32)])
    func answersAreUsedWithin15Minutes(_ fetched: String, _ status: Int32) throws {
        let desk = try Desk()
        let outcome = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--at",
            "2026-11-21T10:00:00Z", "--kind", "quotient-familial", "--answer",
            sample("quotient-familial.json"), "--identity", sample("identity.json"),
            "--fetched-at", fetched, "--text", desk.file("proof.txt"))
        #expect(outcome.status == status, "\(outcome.errors)")
    }

    @Test func answerAndIdentityMayComeThroughOnePipe() throws {
        let desk = try Desk()
        let read = { (name: String) in
            String(
                decoding: FileManager.default.contents(atPath: sample(name)) ?? Data(),
                as: UTF8.self)
        }
        let both =
            "{\"answer\": \(read("quotient-familial.json")), \"identity\": \(read("identity.json"))}"
        let outcome = try Command.run(
            Command.path(of: "justificatif-issuer"),
            [
                "issue", "--key", desk.file("caf.key"), "--unregistered", "--at", Desk.day,
                "--kind", "quotient-familial", "--input", "-", "--text", "-",
            ], input: Array(both.utf8))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.hasPrefix("JF1:"))
    }

    @Test func dryRunShowsInFrenchWhatWillBeReadableAndWritesNothing() throws {
        let desk = try Desk()
        let outcome = try issue(
            desk,
            [
                "--claims", sample("claims-quotient-familial.json"), "--dry-run", "--out",
                desk.file("proof.png"),
            ])
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("742\u{A0}€"))
        #expect(outcome.text.contains("31 décembre 2026 inclus"))
        #expect(desk.contents(of: "proof.png") == nil)
    }

    @Test func existingFilesNeedForce() throws {
        let desk = try Desk()
        #expect(try desk.issue().status == 0)
        let before = desk.contents(of: "proof.png")
        let refused = try desk.issue()
        #expect(refused.status == 74)
        #expect(refused.errors.contains("--force"))
        #expect(desk.contents(of: "proof.png") == before)
        #expect(try desk.issue(Desk.claims, as: "proof", "--force").status == 0)
        #expect(desk.contents(of: "proof.png") != before)
    }

    @Test func aPictureMayGoToStandardOutput() throws {
        let desk = try Desk()
        let outcome = try issue(
            desk, ["--claims", sample("claims-quotient-familial.json"), "--out", "-"])
        #expect(outcome.status == 0)
        #expect(outcome.output.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func withoutARegisterItMustBeSaid() throws {
        let desk = try Desk()
        let outcome = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--claims",
            sample("claims-quotient-familial.json"), "--text", "-")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--unregistered"))
    }

    @Test(arguments: ["2027-02-20", "2027-02-21"])
    func lastsThreeMonthsAtMost(_ day: String) throws {
        let desk = try Desk()
        let outcome = try issue(
            desk,
            [
                "--claims", sample("claims-revenu-fiscal-de-reference.json"), "--valid-until", day,
                "--text", "-",
            ])
        #expect(outcome.status == (day == "2027-02-20" ? 0 : 64), "\(outcome.errors)")
    }
}
