import Explaining
import Issuing
import JSONFields
import Office
import Proofs
import TestSupport
import Testing

/// From evidence to what is signed: days, recipient, facts, and the refusals in their order.
@Suite struct IssueRequestTests {
    private static func sample(_ name: String) throws -> JSONInput {
        let bytes = try #require(Checkout.bytes("Tests/Samples/\(name).json"))
        return JSONInput(try JSONValue(parsing: bytes, from: name), at: name)
    }

    private static func evidence(
        disclose: String? = nil, hasScale: Bool = false, fetchedAt: Instant? = nil,
        identity: JSONInput? = nil
    ) throws -> EvidenceRequest {
        EvidenceRequest(
            kind: .quotientFamilial, answer: try sample("quotient-familial"),
            identity: try identity ?? sample("identity"), disclose: disclose,
            scale: hasScale ? try sample("scale") : nil, fetchedAt: fetchedAt)
    }

    private static let terms = IssueTerms(now: Sample.now)

    @Test func claimsWrittenByHandGetTheUsualLastDay() throws {
        let claims = try Self.sample("claims-quotient-familial")
        let request = try IssueRequest(claims: claims, Self.terms)
        #expect(request.issued == Sample.today)
        #expect(request.lastDay == Sample.day(2026, 12, 31), "the month after its own")
        #expect(request.claims[.qf] == .number(742))
        try request.check()
    }

    @Test func aDayAndARecipientThatWereAskedForWin() throws {
        let recipient = try #require(Recipient(signedForm: "Mairie d’Exemple"))
        let terms = IssueTerms(
            now: Sample.now, lastDay: Sample.day(2026, 11, 9), recipient: recipient)
        for request in [
            try IssueRequest(claims: Self.sample("claims-quotient-familial"), terms),
            try IssueRequest(Self.evidence(), terms),
        ] {
            #expect(request.lastDay == Sample.day(2026, 11, 9))
            #expect(request.claims[.recipient] == .recipient(recipient))
        }
    }

    @Test func anAnswerGivesTheUsualFactOfItsKind() throws {
        let request = try IssueRequest(Self.evidence(), Self.terms)
        #expect(request.claims[.qf] == .number(742))
        #expect(request.claims[.familyName] == Sample.name("TERRASSIER"))
        #expect(request.claims[.dataAsOf] == .day(Sample.today))
        #expect(request.lastDay == Sample.day(2026, 12, 31))
        try request.check()
    }

    @Test func aPredicateTakesItsBoundFromTheScale() throws {
        let request = try IssueRequest(
            Self.evidence(disclose: "qf_at_most=800", hasScale: true), Self.terms)
        #expect(request.claims[.qfAtMost] == .number(800) && request.claims[.qf] == nil)
    }

    @Test func anAnswerOfTwentyMinutesAgoIsTooOld() throws {
        #expect(throws: IssuingRefusal.answerTooOld) {
            try IssueRequest(
                Self.evidence(fetchedAt: Sample.now.adding(minutes: -20)), Self.terms)
        }
    }

    @Test func anAnswerAboutSomebodyElseIsRefused() throws {
        let other = JSONInput(
            try JSONValue(
                parsing: Array(
                    #"{"family_name": "MARTIN", "given_name": "Zoé", "birthdate": "1990-01-01"}"#
                        .utf8), from: "identity"), at: "identity")
        let refusal = #expect(throws: IssuingRefusal.self) {
            try IssueRequest(Self.evidence(identity: other), Self.terms)
        }
        #expect(refusal?.explanation.code == "identity-mismatch")
    }

    /// A quotient familial of 0 € is as often a form left empty (Spec/issuing.md).
    @Test func aZeroIsSignedOnlyIfItIsConfirmed() throws {
        let sample = try Self.sample("claims-quotient-familial")
        guard case .object(var fields) = sample.value else {
            Issue.record("not an object")
            return
        }
        fields["qf"] = .integer(0)
        let claims = JSONInput(.object(fields), at: "claims.json")
        #expect(throws: IssuingRefusal.zeroNotConfirmed) {
            try IssueRequest(claims: claims, Self.terms)
        }
        let confirmed = IssueTerms(now: Sample.now, confirmsZero: true)
        #expect(try IssueRequest(claims: claims, confirmed).claims[.qf] == .number(0))
    }

    @Test func anErrorNamesThePlaceOfTheJSON() throws {
        let bad = JSONInput(.object(["qff": .integer(7)]), at: "claims.jsonl:3")
        let fault = #expect(throws: JSONFault.self) { try IssueRequest(claims: bad, Self.terms) }
        #expect(
            fault?.explanation.english.hasPrefix("claims.jsonl:3: unknown field \"qff\"") == true)
    }

    @Test func aFileIsReadAndNamed() throws {
        let folder = TemporaryFolder()
        let good = try JSONInput(reading: folder.write(Array(#"{"qf": 7}"#.utf8), as: "a.json"))
        #expect(good.value == .object(["qf": .integer(7)]) && good.place == folder.file("a.json"))
        let path = folder.write(Array("{".utf8), as: "b.json")
        let fault = #expect(throws: JSONFault.self) { try JSONInput(reading: path) }
        #expect(fault?.explanation.english.hasPrefix("\(path): ") == true)
    }

    /// What is agreed to is what can be read.
    @Test func thePreviewShowsAllOfItAndSignsNothing() throws {
        let request = try IssueRequest(
            claims: Self.sample("claims-quotient-familial"), Self.terms)
        let lines = try request.preview(.french)
        #expect(lines.first == "Ce justificatif rendra lisible, et rien d’autre :")
        #expect(lines.count == request.claims.labels.count + 4)
        #expect(lines.contains { $0.contains("Quotient familial") && $0.contains("742") })
        #expect(lines.last?.hasSuffix("Rien n’a été signé.") == true)
        #expect(try request.preview(.english).last?.hasSuffix("Nothing was signed.") == true)
        let none = IssueRequest(
            claims: Sample.identity, issued: Sample.today, lastDay: Sample.lastDay)
        #expect(throws: IssuingFault.noFact) { try none.preview(.french) }
    }

    @Test func checksWhatWouldNotBeSigned() throws {
        let request = IssueRequest(
            claims: Sample.identity, issued: Sample.today, lastDay: Sample.lastDay)
        #expect(throws: IssuingFault.noFact) { try request.check() }
    }
}
