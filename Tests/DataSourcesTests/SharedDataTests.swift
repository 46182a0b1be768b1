import DataSources
import Issuing
import JSONFields
import Proofs
import Testing

/// The test answers of the real APIs and the difficult identities, where they are at hand.
@Suite(.enabled(if: Sample.hasShared))
struct SharedDataTests {
    private static let february = Instant("2024-02-10T10:00:00Z") ?? Sample.now
    private static let november = Sample.now

    private static func identity(
        _ family: String, _ given: String, _ born: String
    ) -> JSONValue {
        .object([
            "family_name": .string(family), "birthdate": .string(born),
            "given_name_array": .array(given.split(separator: " ").map { .string(String($0)) }),
        ])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let kind: JustificatifKind
        let identity: JSONValue
        let now: Instant
        let facts: [ClaimLabel: ClaimValue]
        var testDescription: String { file }

        init(
            _ file: String, _ kind: JustificatifKind, _ identity: JSONValue, _ now: Instant,
            _ facts: [ClaimLabel: ClaimValue]
        ) {
            (self.file, self.kind, self.identity) = (file, kind, identity)
            (self.now, self.facts) = (now, facts)
        }
    }

    static let matching: [Case] = [
        Case(
            "quotient_familial.fake_france_connect_cnaf", .quotientFamilial,
            identity("CNAF", "Georges", "2002-01-01"), february,
            [.qf: .number(2_550), .qfSource: .choice(1), .qfMonth: .month(Month(number: 649))]),
        Case(
            "quotient_familial.france_connect_200_cnaf_1_parent_3_mineurs", .quotientFamilial,
            identity("MERCIER", "Pierre", "1969-03-17"), february, [.qf: .number(2_550)]),
        Case(
            "quotient_familial.france_connect_200_cnaf_2_parents_2_mineurs_1_majeur",
            .quotientFamilial, identity("TROIS-DUPRÉ", "Mélissandre Juliette", "1981-07-27"),
            february, [.qf: .number(2_550)]),
        Case(
            "quotient_familial.france_connect_200_cnaf_2_parents_2_mineurs_1_majeur",
            .quotientFamilial, identity("DUBOIS", "Paul", "1963-10-12"), february,
            [.qf: .number(2_550)]),
        Case(
            "quotient_familial.france_connect_200_msa_1_parent_1_mineur_2_majeurs",
            .quotientFamilial, identity("PLACARD", "Elsa", "1987-04-13"), february,
            [.qfSource: .choice(2)]),
        Case(
            "dgfip_situation_ir.200", .taxIncome, identity("DUPONT", "Jean Martin", "1980-01-19"),
            november, [.rfr: .number(9_001), .incomeYear: .number(2_021)]),
        Case(
            "own.dgfip_situation_ir", .taxIncome,
            identity("MOREL", "Inès Camille Rose", "1991-04-16"), november,
            [.rfr: .number(14_320), .incomeYear: .number(2_025)]),
        Case(
            "france_travail_statut.200", .jobSeeker, identity("DUPONT", "Jean", "1990-01-01"),
            november, [.registeredOn: .day(november.day)]),
        Case(
            "france_travail_statut.id_123456A_inscrit_toulouse", .jobSeeker,
            identity("COURTET", "Martine", "1990-01-06"), november,
            [.registeredOn: .day(november.day)]),
        Case(
            "own.france_travail_fc_statut", .jobSeeker,
            identity("MOREL", "Inès Camille Rose", "1991-04-16"), november,
            [.registeredOn: .day(november.day)]),
        Case(
            "own.cnam_contrats", .health, identity("MOREL", "Inès Camille Rose", "1991-04-16"),
            november, [.baseRightsOpenOn: .day(november.day)]),
        Case(
            "complementaire_sante_solidaire.france_connect_cnaf", .health,
            identity("DUBOIS", "Angela Claire Louise", "1962-08-24"), november,
            [.c2sOn: .day(november.day)]),
    ]

    @Test(arguments: matching)
    func anAnswerAboutTheIdentityIsEvidence(_ test: Case) throws {
        let answer = try Sample.sharedAnswer(test.file)
        let evidence = try Sample.evidence(
            answer, test.kind, identity: test.identity, at: test.now)
        for (label, value) in test.facts { #expect(evidence.claims[label] == value) }
        #expect(try evidence.usualLastDay(issued: test.now.day) >= test.now.day)
    }

    @Test(arguments: matching.filter { $0.file != "own.cnam_contrats" })
    func theSameAnswerAboutSomebodyElseIsNot(_ test: Case) throws {
        let answer = try Sample.sharedAnswer(test.file)
        let other = Self.identity("LEFÈVRE-DUPRÉ", "Élodie Marie", "1987-03-09")
        #expect(
            throws: IssuingRefusal.identityMismatch([.familyName, .firstGivenName, .birthDate])
        ) { try Sample.evidence(answer, test.kind, identity: other, at: test.now) }
    }

    @Test(arguments: [
        ("quotient_familial.404", JustificatifKind.quotientFamilial, "37003"),
        ("complementaire_sante_solidaire.404", .health, "37003"),
        ("dgfip_situation_ir.404", .taxIncome, "not_found"),
        ("france_travail_statut.404", .jobSeeker, "24003"),
    ])
    func anErrorAnswerIsRefused(_ file: String, _ kind: JustificatifKind, _ code: String) throws {
        let answer = try Sample.sharedAnswer(file)
        #expect(throws: IssuingRefusal.answerIsAnError(status: 404, code: code)) {
            try Answer(json: answer, kind: kind, at: file)
        }
    }

    @Test func anEndedRegistrationProvesItsEnd() throws {
        let answer = try Sample.sharedAnswer(
            "france_travail_statut.id_123461A_desinscrit_toulouse_2025")
        let identity = Self.identity("MALLETTE", "Alex", "1992-08-15")
        #expect(throws: IssuingRefusal.predicateFalse(.registeredOn)) {
            try Sample.evidence(answer, .jobSeeker, identity: identity)
        }
        let claims = try Sample.evidence(
            answer, .jobSeeker, identity: identity, disclose: "not_registered_on"
        ).claims
        #expect(claims.day(.notRegisteredOn) == Sample.now.day)
    }

    @Test(arguments: [
        ("france_connect_checktoken.all_fc", "Delatour", "Thomas"),
        ("france_connect_checktoken.cnaf_qfv2", "CNAF", "Georges"),
    ])
    func anIntrospectedTokenIsAnIdentity(_ file: String, _ family: String, _ given: String) throws {
        let identity = try PivotIdentity(json: try Sample.sharedAnswer(file), at: file)
        #expect(identity.familyName?.text == family)
        #expect(identity.givenNames?.first.text == given)
        #expect(identity.identityACR == 1)
    }
}
