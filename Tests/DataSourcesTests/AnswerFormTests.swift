import DataSources
import Explaining
import Issuing
import JSONFields
import Proofs
import Testing

/// Spec/issuing.md 2: an answer in a form that is not read says so, and accuses nobody.
struct AnswerFormTests {
    private func refusal(_ text: String, _ kind: JustificatifKind) -> IssuingRefusal? {
        do {
            _ = try Answer(json: Sample.parse(text), kind: kind, at: "answer.json")
            return nil
        } catch { return error as? IssuingRefusal }
    }

    @Test(arguments: [
        (
            """
            {"allocataires": [{"nomNaissance": "TERRASSIER", "prenoms": "CAMILLE JEANNE"}],
             "quotientFamilial": 742, "annee": 2026, "mois": 11, "regime": "CNAF"}
            """, JustificatifKind.quotientFamilial
        ),
        ("{\"quotientFamilial\": 742, \"annee\": 2026, \"mois\": 11}", .quotientFamilial),
        (
            "{\"allocataires\": [{\"nom-naissance\": \"TERRASSIER\", \"prenoms\": \"CAMILLE\"}]}",
            .quotientFamilial
        ),
        ("{\"data\": {\"Quotient_Familial\": {\"valeur\": 742}}}", .quotientFamilial),
        (
            """
            {"nom": "TERRASSIER", "prenom": "CAMILLE", "dateNaissance": "1988-05-14T00:00:00",
             "dateInscription": "2026-03-02T00:00:00", "codeCategorieInscription": "1"}
            """, .jobSeeker
        ),
        (
            """
            {"nom": "TERRASSIER", "prenom": "CAMILLE", "dateNaissance": "1988-05-14",
             "inscriptions": [{"dateDebutInscription": "2026-09-01", "statut": "inscrit"}]}
            """, .student
        ),
        ("{\"nom\": \"TERRASSIER\", \"boursier\": true, \"dureeVersement\": 12}", .student),
        ("{\"status\": \"beneficiaire\", \"dateDebut\": \"2026-02-01\"}", .complementaryCover),
        ("{\"estBeneficiaire\": true}", .health), ("{}", .health), ("{}", .taxIncome),
        ("{\"revenu\": {\"fiscalReference\": 1}}", .taxIncome),
    ])
    func namesAFormThatIsNotRead(_ text: String, _ kind: JustificatifKind) {
        let refusal = refusal(text, kind)
        #expect(refusal == .answerFormUnknown(kind))
        #expect(refusal?.explanation.english.contains(kind.rawValue) == true)
    }

    /// Another name for what a person is known by is no other spelling of it.
    @Test(arguments: [
        ("date_naissance", ["dateDeNaissance", "date_de_naissance", "annee_date_naissance"]),
        ("nom_naissance", ["nom", "nom_famille", "nomFamille"]), ("prenoms", ["prenom"]),
    ])
    func namesAFormWhosePersonsCannotBeKnown(_ known: String, _ others: [String]) {
        let text = "{\"allocataires\": [\(Self.camille)], \(Self.quotient)}"
        #expect(refusal(text, .quotientFamilial) == nil)
        for other in others {
            let changed = text.replacing("\"\(known)\"", with: "\"\(other)\"")
            #expect(refusal(changed, .quotientFamilial) == .answerFormUnknown(.quotientFamilial))
        }
    }

    @Test(arguments: [
        ("dateNaissance", ["dateDeNaissance", "date_naissance"]), ("nom", ["nomFamille"]),
        ("prenom", ["prenoms"]),
    ])
    func namesAFormWhoseJobSeekerCannotBeKnown(_ known: String, _ others: [String]) {
        let text =
            "{\"etatCivil\": {\"nom\": \"TERRASSIER\", \"prenom\": \"CAMILLE\", "
            + "\"dateNaissance\": \"1988-05-14\"}, \"situationInscription\": {}}"
        #expect(refusal(text, .jobSeeker) == nil)
        for other in others {
            let changed = text.replacing("\"\(known)\"", with: "\"\(other)\"")
            #expect(refusal(changed, .jobSeeker) == .answerFormUnknown(.jobSeeker))
        }
    }

    /// APIs grow, and a missing scope leaves its members out.
    @Test(arguments: [
        ("{\"data\": {\"enfants\": []}, \"links\": {}}", JustificatifKind.quotientFamilial),
        ("{\"quotient_familial\": {\"valeur\": 1, \"nouveau\": {\"x\": 1}}}", .quotientFamilial),
        (
            "{\"declarant1\": {\"nom\": \"X\", \"prenoms\": \"\", \"dateNaissance\": null}}",
            .taxIncome
        ), ("{\"rfr\": 1}", .taxIncome),
        (
            "{\"identite\": {\"nom_usage\": \"X\", \"prenom\": \"Y\", \"date_naissance\": null}}",
            .jobSeeker
        ), ("{\"identite\": {}}", .jobSeeker), ("{\"identite\": null}", .jobSeeker),
        ("[]", .health),
        ("{\"est_beneficiaire\": false}", .complementaryCover),
    ])
    func readsPartOfAKnownForm(_ text: String, _ kind: JustificatifKind) {
        #expect(refusal(text, kind) == nil)
    }

    private static let quotient =
        "\"quotient_familial\": {\"fournisseur\": \"CNAF\", \"valeur\": 742, \"annee\": 2026, "
        + "\"mois\": 11}"
    private static let camille =
        "{\"nom_naissance\": \"TERRASSIER\", \"prenoms\": \"CAMILLE\", "
        + "\"date_naissance\": \"1988-05-14\"}"

    @Test(arguments: [
        "{\"nom_naissance\": \"VALMONT\", \"date_naissance\": \"1950-02-31\"}",
        "{\"nom_naissance\": 7}", "\"HUGO\"", "{}",
    ])
    func aPersonWhoCannotBeReadHarmsNobodyElse(_ other: String) throws {
        for persons in ["\(Self.camille), \(other)", "\(other), \(Self.camille)"] {
            let answer = try Sample.parse("{\"allocataires\": [\(persons)], \(Self.quotient)}")
            #expect(try Sample.evidence(answer, .quotientFamilial).claims[.qf] == .number(742))
        }
    }

    @Test func whatCouldNotBeReadIsToldWhereNobodyAgrees() throws {
        let own = Self.camille.replacing("1988-05-14", with: "1988-05-32")
        let answer = try Sample.parse("{\"allocataires\": [\(own)], \(Self.quotient)}")
        let refusal = #expect(throws: IssuingRefusal.self) {
            try Sample.evidence(answer, .quotientFamilial)
        }
        #expect(refusal?.code == "answer-malformed")
        let words = refusal?.explanation.english
        #expect(words?.contains("allocataires[0]: date_naissance") == true)
        let blank = try Sample.parse("{\"allocataires\": [{}], \(Self.quotient)}")
        #expect(throws: IssuingRefusal.answerWithoutPerson) {
            try Sample.evidence(blank, .quotientFamilial)
        }
    }

    @Test func theOtherDeclarantHarmsNobodyEither() throws {
        let particulier = try Sample.parse(
            """
            {"rfr": 1, "annRevenu": "2025", "nmNaiDec1": "TERRASSIER", "prnmDec1": "CAMILLE",
             "dateNaisDec1": {"jour": "14", "mois": "05", "annee": "1988"}, "nmNaiDec2": "VALMONT",
             "dateNaisDec2": {"jour": "31", "mois": "02", "annee": "1950"}}
            """
        )
        #expect(try Sample.evidence(particulier, .taxIncome).claims[.rfr] == .number(1))
        let situation = try Sample.parse(
            """
            {"revenuFiscalReference": 1, "anneeRevenus": 2025, "declarant1": {"dateNaissance": "?"},
             "declarant2": {"nomNaissance": "TERRASSIER", "prenoms": "CAMILLE",
             "dateNaissance": "14/05/1988"}}
            """
        )
        #expect(try Sample.evidence(situation, .taxIncome).claims[.rfr] == .number(1))
    }
}
