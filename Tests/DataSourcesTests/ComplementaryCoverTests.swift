import DataSources
import Explaining
import Issuing
import Proofs
import Testing

/// The C2S as a justificatif of its own (Spec/issuing.md 4).
struct ComplementaryCoverTests {
    private func evidence(disclose: String? = nil) throws -> Evidence {
        try Sample.evidence(
            Sample.json("complementaire-sante"), .complementaryCover, disclose: disclose)
    }

    @Test func statesTheDayOfTheAnswerAndLastsThreeMonths() throws {
        let evidence = try evidence()
        #expect(evidence.claims[.c2sOn] == .day(Sample.now.day))
        #expect(evidence.claims.blocks == [.health])
        #expect(try evidence.usualLastDay(issued: Sample.now.day) == Day("2027-02-01"))
    }

    @Test func offersTheLabelsOfTheC2SAndNoOthersOfItsBlock() throws {
        let claims = try evidence(disclose: "c2s_since,c2s_with_contribution").claims
        #expect(claims[.c2sSince] == .day(try #require(Day("2026-02-01"))))
        #expect(claims[.c2sWithContribution] == .flag(false))
        for label in [ClaimLabel.baseRightsOpenOn, .baseRightsFrom, .fundCode] {
            #expect(throws: IssuingRefusal.labelNotOffered(label, .complementaryCover)) {
                try Disclosure([(label, nil)], for: .complementaryCover)
            }
        }
    }

    @Test func takesNoAnswerOfAnotherKind() throws {
        for (other, code) in [
            ("assurance-maladie", "answer-malformed"), ("statut-etudiant", "answer-form-unknown"),
        ] {
            #expect {
                try Answer(json: Sample.json(other), kind: .complementaryCover, at: "a.json")
            } throws: { ($0 as? IssuingRefusal)?.code == code }
        }
    }

    /// Both kinds say the same of one answer.
    @Test func saysWhatTheKindOfTheWholeBlockSays() throws {
        let whole = try Sample.evidence(Sample.json("complementaire-sante"), .health)
        #expect(try evidence().claims == whole.claims)
    }
}
