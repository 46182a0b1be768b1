import DataSources
import Explaining
import Issuing
import JSONFields
import Proofs
import Testing

/// Spec/issuing.md, "Answers".
struct AnswerJSONTests {
    private func answer(_ value: JSONValue, _ kind: JustificatifKind) throws -> Answer {
        try Answer(json: value, kind: kind, at: "answer.json")
    }

    private func answer(_ text: String, _ kind: JustificatifKind) throws -> Answer {
        try answer(try Sample.parse(text), kind)
    }

    @Test(arguments: [
        (
            "quotient-familial", JustificatifKind.quotientFamilial,
            [ClaimLabel.qf, .qfMonth, .qfSource]
        ),
        ("revenu-fiscal-de-reference", .taxIncome, [.rfr, .incomeYear]),
        ("demandeur-emploi", .jobSeeker, [.registeredOn]),
        ("assurance-maladie", .health, [.baseRightsOpenOn]),
        ("complementaire-sante", .health, [.c2sOn]),
    ])
    func ourSamplesAreEvidenceForOurIdentity(
        _ name: String, _ kind: JustificatifKind, _ labels: [ClaimLabel]
    ) throws {
        let evidence = try Sample.evidence(try Sample.json(name), kind)
        #expect(evidence.claims.labels.filter { $0.block != nil } == labels)
        _ = try evidence.usualLastDay(issued: Sample.now.day)
    }

    @Test func readsEveryFactOfAQuotientFamilial() throws {
        let claims = try Sample.evidence(
            try Sample.json("quotient-familial"), .quotientFamilial,
            disclose: "qf_at_most=800,children,qf_computed"
        ).claims
        #expect(claims[.qfAtMost] == .number(800))
        #expect(claims[.children] == .number(2))
        #expect(claims[.qfComputed] == .month(try #require(Month("2026-01"))))
        #expect(claims[.qf] == nil)
    }

    @Test func readsEveryFactOfATaxHousehold() throws {
        let claims = try Sample.evidence(
            try Sample.json("revenu-fiscal-de-reference"), .taxIncome,
            disclose: "rfr_per_part_at_most,tax_parts,family_status,dependants"
        ).claims
        #expect(claims[.rfrPerPartAtMost] == .number(12_000))
        #expect(claims[.taxParts] == .number(300))
        #expect(claims[.familyStatus] == .choice(2))
        #expect(claims[.dependants] == .number(2))
        #expect(claims[.incomeYear] == .number(2_025))
    }

    @Test(
        arguments: [
            ("1.5", 150), ("1", 100), ("2.25", 225), ("0.25", 25), ("1.15", 115), ("99.99", 9_999),
        ] as [(String, UInt64)])
    func partsBecomeHundredthsExactly(_ text: String, _ hundredths: UInt64) throws {
        let answer = try answer("{\"nbPart\": \(text)}", .taxIncome)
        guard case .taxIncome(let facts) = answer.facts else { return }
        #expect(facts.parts == hundredths)
    }

    @Test(arguments: ["1.255", "1.5000001", "0.24", "100", "-1", "\"1.5\"", "1e300"])
    func refusesPartsThatAreNone(_ text: String) {
        #expect(throws: IssuingRefusal.self) { try answer("{\"nbPart\": \(text)}", .taxIncome) }
    }

    @Test(
        arguments: [
            ("Célibataire", 1), ("Marié(e)s", 2), ("Pacsé(e)s", 3), ("Divorcé(e)", 4),
            ("Veuf(ve)", 5),
            ("Autre", nil),
        ] as [(String, UInt64?)])
    func readsAFamilyStatusInWords(_ word: String, _ number: UInt64?) throws {
        let answer = try answer(
            "{\"revenuFiscalReference\": 1, \"situationFamille\": \"\(word)\"}", .taxIncome)
        guard case .taxIncome(let facts) = answer.facts else { return }
        #expect(facts.familyStatus == number)
    }

    @Test(arguments: [
        ("{\"quotient_familial\": {\"valeur\": -1}}", JustificatifKind.quotientFamilial),
        ("{\"quotient_familial\": {\"valeur\": 100000}}", .quotientFamilial),
        ("{\"quotient_familial\": {\"valeur\": 74.5}}", .quotientFamilial),
        ("{\"quotient_familial\": {\"annee\": 2026, \"mois\": 13}}", .quotientFamilial),
        ("{\"quotient_familial\": {\"fournisseur\": \"CAF\"}}", .quotientFamilial),
        ("{\"allocataires\": {}}", .quotientFamilial), ("[]", .quotientFamilial),
        ("{\"rfr\": -5}", .taxIncome), ("{\"rfr\": 1000000000000}", .taxIncome),
        ("{\"annRevenu\": \"20x5\"}", .taxIncome),
        ("{\"situationInscription\": {\"dateInscription\": \"2026-02-30\"}}", .jobSeeker),
        ("{\"situationInscription\": {\"dateInscription\": \"2026-02-03T22:00:00Z\"}}", .jobSeeker),
        (
            "[{\"nature_assurance\": \"AMO\", \"periodes_droits\": [{\"date_debut\": \"x\"}]}]",
            .health
        ),
        ("\"text\"", .health),
    ])
    func refusesAMemberOutOfItsFormOrRange(_ text: String, _ kind: JustificatifKind) {
        let error = #expect(throws: IssuingRefusal.self) { try answer(text, kind) }
        #expect(error?.code == "answer-malformed")
        #expect(error?.explanation.english.hasPrefix("answer.json") == true)
    }

    @Test(
        arguments: [
            ("{\"errors\": [{\"code\": \"37003\", \"title\": \"Madame X\"}]}", "37003"),
            ("{\"error\": \"not_found\", \"message\": \"Madame X\"}", "not_found"),
            ("{\"error\": \"Madame X est inconnue\"}", nil),
            ("{\"erreur\": {\"code\": 404001, \"message\": \"Madame X\"}}", "404001"),
            ("{\"errors\": [\"Madame X\"]}", nil),
        ] as [(String, String?)])
    func refusesAnErrorBodyByItsCodeOnly(_ text: String, _ code: String?) {
        for kind in JustificatifKind.allCases {
            let refusal = #expect(throws: IssuingRefusal.answerIsAnError(status: nil, code: code)) {
                try answer(text, kind)
            }
            #expect(refusal?.explanation.english.contains("Madame") == false)
        }
    }

    @Test func refusesAnyStatusButSuccess() throws {
        let recorded = JSONValue.object([
            "status": .integer(503), "body": try Sample.json("quotient-familial"),
        ])
        #expect(throws: IssuingRefusal.answerIsAnError(status: 503, code: nil)) {
            try answer(recorded, .quotientFamilial)
        }
    }

    @Test func aMissingScopeIsMissedOnlyWhenNeeded() throws {
        let text = """
            {"data": {"allocataires": [{"nom_naissance": "TERRASSIER", "prenoms": "CAMILLE",
             "date_naissance": "1988-05-14"}], "quotient_familial":
             {"fournisseur": "MSA", "valeur": 400, "annee": 2026, "mois": 10}}}
            """
        let value = try Sample.parse(text)
        #expect(try Sample.evidence(value, .quotientFamilial).claims[.qfSource] == .choice(2))
        #expect(throws: IssuingRefusal.factMissing(.children)) {
            try Sample.evidence(value, .quotientFamilial, disclose: "children")
        }
        #expect(throws: IssuingRefusal.answerWithoutPerson) {
            try Sample.evidence(
                try Sample.parse("{\"data\": {\"quotient_familial\": {\"valeur\": 1}}}"),
                .quotientFamilial)
        }
    }

    @Test func aNullEndIsNoneKnownAndAnAbsentOneIsUntold() throws {
        func end(_ member: String) throws -> JobSeekerFacts.End? {
            let answer = try answer("{\"situationInscription\": {\(member)}}", .jobSeeker)
            guard case .jobSeeker(let facts) = answer.facts else { return nil }
            return facts.end
        }
        #expect(try end("\"dateCessationInscription\": null") == .noneKnown)
        #expect(try end("\"dateCessationInscription\": \"\"") == .noneKnown)
        #expect(try end("") == nil)
        #expect(
            try end("\"dateCessationInscription\": \"2026-09-30T00:00:00+02:00\"")
                == .on(try #require(Day("2026-09-30"))))
    }

    @Test func onlyBaseContractsAreBaseRights() throws {
        let answer = try answer(try Sample.json("assurance-maladie"), .health)
        guard case .health(let facts) = answer.facts else { return }
        #expect(facts.periods?.count == 1)
        let wrapped = JSONValue.object([
            "contrats": try Sample.json("assurance-maladie"),
            "caisse": .object(["id": .string("01441")]),
        ])
        let claims = try Sample.evidence(wrapped, .health, disclose: "fund_code").claims
        #expect(claims[.fundCode] == .code("01441"))
    }

    @Test func aRecordedCallAboutSomebodyElseIsRefused() throws {
        let params = try Sample.parse(
            """
            {"nomNaissance": "VALMONT", "prenoms": ["Camille", "Jeanne"],
             "anneeDateNaissance": 1988, "moisDateNaissance": 5}
            """
        )
        let recorded = JSONValue.object([
            "status": .integer(200), "params": params,
            "body": try Sample.json("complementaire-sante"),
        ])
        #expect(throws: IssuingRefusal.identityMismatch([.familyName])) {
            try Sample.evidence(recorded, .health)
        }
    }
}
