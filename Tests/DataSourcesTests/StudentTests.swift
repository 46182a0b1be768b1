import DataSources
import Explaining
import Issuing
import JSONFields
import Proofs
import Testing

/// Enrolments and grants of students, from the answer to the claims (Spec/issuing.md 4, 5).
struct StudentTests {
    private func evidence(_ json: JSONValue, disclose: String? = nil) throws -> Evidence {
        try Sample.evidence(json, .student, disclose: disclose)
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func admission(
        _ from: String, _ until: String, enrolled: Bool = true
    ) throws -> JSONValue {
        try Sample.parse(
            #"{"data": {"admissions": [{"date_debut": "\#(from)", "date_fin": "\#(until)", "#
                + #""est_inscrit": \#(enrolled)}]}}"#)
    }

    private func grant(_ members: String) throws -> JSONValue {
        try Sample.parse(#"{"data": {\#(members)}}"#)
    }

    private static let camille =
        #""identite": {"nom": "TERRASSIER", "prenoms": ["CAMILLE", "JEANNE"], "#
        + #""date_naissance": "1988-05-14"}"#
    private static let paid =
        #""periode_versement_bourse": {"date_rentree": "2026-09-01", "duree": 10}"#

    @Test func anEnrolmentIsStatedOfTheDayOfTheAnswerAndLastsNoLonger() throws {
        let evidence = try evidence(Sample.json("statut-etudiant"))
        #expect(evidence.claims[.studentOn] == .day(Sample.now.day))
        #expect(evidence.claims.blocks == [.student])
        let shortly = try self.evidence(admission("2026-09-01", "2026-11-20"))
        #expect(try shortly.usualLastDay(issued: Sample.now.day) == day("2026-11-20"))
        #expect(try evidence.usualLastDay(issued: Sample.now.day) == day("2027-02-01"))
    }

    @Test func anEnrolmentCanBeShownWhole() throws {
        let evidence = try evidence(Sample.json("statut-etudiant"), disclose: "student_from")
        #expect(evidence.claims[.studentFrom] == .day(try day("2026-09-01")))
        #expect(evidence.claims[.studentUntil] == .day(try day("2027-08-31")))
    }

    @Test(arguments: [("2026-11-02", true), ("2026-08-31", false), ("2026-09-01", true)])
    func aDayIsInTheEnrolmentOrIsNotStated(_ asked: String, _ holds: Bool) throws {
        let json = try admission("2026-09-01", "2026-11-02")
        let label = "student_on=\(asked)"
        if holds {
            #expect(try evidence(json, disclose: label).claims[.studentOn] == .day(day(asked)))
        } else {
            #expect(throws: IssuingRefusal.predicateFalse(.studentOn)) {
                try evidence(json, disclose: label)
            }
        }
    }

    @Test func anAdmissionIsNoEnrolment() throws {
        #expect(throws: IssuingRefusal.predicateFalse(.studentOn)) {
            try evidence(admission("2026-09-01", "2027-08-31", enrolled: false))
        }
    }

    @Test func aGrantIsStatedOfTheDayOfTheAnswerForTheMonthsItIsPaid() throws {
        let evidence = try evidence(
            grant(
                #""est_boursier": true, \#(Self.paid), "echelon_bourse": {"echelon": "5", "#
                    + #""echelon_bourse_regionale_provisoire": false}, \#(Self.camille)"#),
            disclose: "grant_holder_on=2026-09-01,grant_level")
        #expect(evidence.claims[.grantHolderOn] == .day(try day("2026-09-01")))
        #expect(evidence.claims[.grantLevel] == .choice(5))
        let over = try grant(
            #""est_boursier": true, "#
                + #""periode_versement_bourse": {"date_rentree": "2025-11-03", "duree": 12}"#)
        #expect(try self.evidence(over).usualLastDay(issued: Sample.now.day) == Sample.now.day)
        let ended = try grant(
            #""est_boursier": true, "#
                + #""periode_versement_bourse": {"date_rentree": "2025-11-02", "duree": 12}"#)
        #expect(throws: IssuingRefusal.predicateFalse(.grantHolderOn)) { try self.evidence(ended) }
    }

    @Test func whatTheCrousDoesNotSayIsNotStated() throws {
        #expect(throws: IssuingRefusal.predicateFalse(.grantHolderOn)) {
            try evidence(grant(#""est_boursier": false, \#(Self.paid)"#))
        }
        #expect(throws: IssuingRefusal.factMissing(.grantHolderOn)) {
            try evidence(grant(#""est_boursier": true"#))
        }
        for (level, provisional) in [("5", true), ("8", false), ("", false)] {
            let step =
                #""echelon_bourse": {"echelon": "\#(level)", "#
                + #""echelon_bourse_regionale_provisoire": \#(provisional)}"#
            #expect(throws: IssuingRefusal.factMissing(.grantLevel)) {
                try evidence(
                    grant(#""est_boursier": true, \#(Self.paid), \#(step)"#),
                    disclose: "grant_level")
            }
        }
    }

    @Test func aGrantOfSomebodyElseIsRefused() throws {
        let other = try grant(
            #""est_boursier": true, \#(Self.paid), "identite": {"nom": "AUTRE", "prenoms": "Zoé", "#
                + #""date_naissance": "2001-01-01"}"#)
        #expect(
            throws: IssuingRefusal.identityMismatch([.familyName, .firstGivenName, .birthDate])
        ) { try evidence(other) }
    }

    @Test(arguments: [
        ("{}", "answer-form-unknown"), (#"{"data": {}}"#, "answer-form-unknown"),
        (#"{"data": {"admissions": null}}"#, "answer-malformed"),
    ])
    func anAnswerOnNeitherIsRefused(_ text: String, _ code: String) throws {
        let json = try Sample.parse(text)
        #expect { try evidence(json) } throws: { ($0 as? IssuingRefusal)?.code == code }
    }
}
