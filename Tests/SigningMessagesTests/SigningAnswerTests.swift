import Explaining
import Issuing
import JSONFields
import Proofs
import SigningMessages
import TestSupport
import Testing

/// Answers as Spec/signing.md 2.2 writes them.
@Suite struct SigningAnswerTests {
    private static func reference() throws -> Reference {
        Reference(to: try #require(ProofIdentifier(Array(0..<16))), Practice.crypto)
    }

    private static let readable = ReadableProof(
        issued: Sample.today, lastDay: Sample.lastDay,
        rows: [
            ReadableRow(
                title: Wording("Quotient familial", "Quotient familial"),
                value: Wording("742 €", "€742"))
        ], couldShowUsageName: true)

    private static func every() throws -> [SigningAnswer] {
        let reference = try reference()
        let proof = { (cancelled: Day?) in
            HolderProof(
                reference: reference, kind: .health, issued: Sample.today, lastDay: Sample.lastDay,
                cancelled: cancelled)
        }
        return [
            .readable(readable),
            .issued(
                DeliveredProof(
                    text: "JF1:AAAA", reference: reference, readable: readable, isRepeat: true)),
            .proofs([proof(nil), proof(Sample.today)]),
            .refused(
                SigningRefusal(
                    code: "already-over", citizen: Wording("trop tard", "too late"),
                    operatorWords: Wording("échu", "over"))),
        ]
    }

    @Test func readsWhatItWrites() throws {
        for answer in try Self.every() {
            #expect(try SigningAnswer(parsing: answer.json.lineBytes()) == answer)
        }
    }

    @Test func hasACodeForTheLog() throws {
        #expect(
            try Self.every().map(\.code) == ["readable", "issued", "proofs", "already-over"])
    }

    @Test func isWrittenAsSpecSays() throws {
        let reference = try Self.reference()
        let proofs = SigningAnswer.proofs([
            HolderProof(
                reference: reference, kind: .quotientFamilial, issued: Sample.day(2026, 11, 2),
                lastDay: Sample.day(2026, 12, 31), cancelled: Sample.day(2026, 11, 3))
        ])
        #expect(
            proofs.json.line() == """
                {"format":"justificatif-signing/1","proofs":[{"cancelled":"2026-11-03",\
                "issued":"2026-11-02","kind":"quotient-familial","last_day":"2026-12-31",\
                "reference":"\(reference)"}],"result":"proofs"}
                """)
    }

    @Test(arguments: [
        "{}", "{\"format\": \"justificatif-signing/1\", \"result\": \"done\"}",
        "{\"format\": \"justificatif-signing/1\", \"result\": \"proofs\", \"proofs\": [1]}",
        "{\"format\": \"justificatif-signing/1\", \"result\": \"proofs\", \"more\": 1}",
        "{\"format\": \"justificatif-signing/1\", \"result\": \"refused\", \"code\": \"a\", "
            + "\"citizen\": {\"fr\": \"a\"}, \"operator\": {\"fr\": \"a\", \"en\": \"a\"}}",
        "{\"format\": \"justificatif-signing/1\", \"result\": \"issued\", \"text\": \"JF1:A\"}",
        "{\"format\": \"justificatif-signing/1\", \"result\": \"readable\", \"readable\": "
            + "{\"issued\": \"2026-11-02\", \"rows\": []}}",
    ])
    func refusesWhatIsNoAnswer(text: String) {
        #expect(throws: JSONFault.self) { try SigningAnswer(parsing: Array(text.utf8)) }
    }
}
