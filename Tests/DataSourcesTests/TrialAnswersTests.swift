import DataSources
import Issuing
import JSONFields
import Proofs
import Testing

/// The answers and identities that were tried.
struct TrialAnswersTests {
    private func evidence(_ name: String, confirmsZero: Bool = false) throws -> Evidence {
        let input = try EvidenceInput(
            json: Sample.parse(Sample.text("trials/\(name).json")), at: name)
        let now = try #require(Instant("2026-11-28T22:00:00Z"))
        return try Evidence(
            answer: Answer(json: input.answer, kind: .quotientFamilial, at: "answer"),
            identity: PivotIdentity(json: input.identity, at: "identity"),
            disclosure: Disclosure(for: .quotientFamilial), scale: nil, recipient: nil,
            fetchedAt: now, now: now, confirmsZero: confirmsZero)
    }

    @Test(arguments: [
        ("answer-spouse3102", "Camille"), ("answer-trailfc", "Camille"),
        ("answer-fcarraystr", "Camille Jeanne"), ("answer-threestr", "Camille Jeanne Marie"),
    ])
    func isAcceptedWhereNothingIsLost(_ name: String, _ given: String) throws {
        let claims = try evidence(name).claims
        #expect(claims.name(.familyName)?.text == "TERRASSIER")
        #expect(claims.name(.firstGivenName)?.text == given)
    }

    @Test func namesAnUnknownForm() {
        #expect(throws: IssuingRefusal.answerFormUnknown(.quotientFamilial)) {
            try evidence("answer-camel")
        }
    }

    @Test func namesTheFieldThatDiffers() {
        #expect(throws: IssuingRefusal.identityMismatch([.familyName])) {
            try evidence("answer-apos2")
        }
    }

    @Test func refusesZeroUntilItIsConfirmed() throws {
        #expect(throws: IssuingRefusal.zeroNotConfirmed) { try evidence("answer-qf0") }
        let claims = try evidence("answer-qf0", confirmsZero: true).claims
        #expect(claims[.qf] == .number(0))
    }

    @Test func statesARightThatHasBegunInParis() throws {
        let now = try #require(Instant("2026-11-30T23:30:00Z"))
        let answer = try Sample.parse(
            Sample.text("trials/job-seeker-from-2026-12-01.json"))
        let identity = try Sample.parse(Sample.text("trials/identity.json"))
        let evidence = try Sample.evidence(answer, .jobSeeker, identity: identity, at: now)
        #expect(evidence.claims.day(.registeredOn) == Day("2026-12-01"))
        #expect(evidence.claims.day(.dataAsOf) == Day("2026-11-30"))
        #expect(try evidence.usualLastDay(issued: now.day) == Day("2026-12-29"))
    }
}
