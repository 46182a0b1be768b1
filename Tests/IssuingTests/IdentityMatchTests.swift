import Explaining
import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "Whose answer it is".
struct IdentityMatchTests {
    private func check(
        _ identity: PivotIdentity, _ persons: [HeldPerson],
        _ facts: Facts = Fixtures.quotientFamilial()
    ) throws {
        _ = try Fixtures.evidence(facts, identity: identity, persons: persons)
    }

    private func refusesAs(
        _ labels: [ClaimLabel], _ identity: PivotIdentity, _ persons: [HeldPerson],
        _ facts: Facts = Fixtures.quotientFamilial()
    ) {
        #expect(throws: IssuingRefusal.identityMismatch(labels)) {
            try check(identity, persons, facts)
        }
    }

    @Test(arguments: ["Terrassier", "TERRASSIER", "Térrässier", "TERRASSIER "])
    func foldsTheBirthName(_ stored: String) throws {
        try check(Fixtures.identity(), [Fixtures.held(stored)])
    }

    @Test func takesApostrophesHyphensAndLigaturesAsTheBodyWritesThem() throws {
        let identity = try Fixtures.identity(
            family: "L’HÉRITIER-ŒHM", given: Fixtures.separate("Lætitia-Zoé"))
        try check(identity, [Fixtures.held("L'HERITIER OEHM", given: "LAETITIA ZOE")])
    }

    @Test func takesTheUsageNameOfABodyThatStoresTheBirthNameThere() throws {
        try check(Fixtures.identity(), [Fixtures.held("VALMONT", usage: "TERRASSIER")])
    }

    @Test func neverComparesTheUsageNameOfTheIdentity() throws {
        var identity = try Fixtures.identity()
        identity.usageName = try Name(normalising: "VALMONT")
        refusesAs([.familyName], identity, [Fixtures.held("VALMONT")])
    }

    @Test func takesEitherOfTwoPersons() throws {
        let other = Fixtures.held("VALMONT", given: "HUGO", born: "1986-09-02")
        try check(Fixtures.identity(), [other, Fixtures.held()])
        try check(Fixtures.identity(), [Fixtures.held(), other])
    }

    @Test func neverMixesTwoPersons() throws {
        let persons = [
            Fixtures.held("TERRASSIER", given: "HUGO"), Fixtures.held("VALMONT", given: "CAMILLE"),
        ]
        refusesAs([.firstGivenName], try Fixtures.identity(), persons)
    }

    @Test func namesTheFieldsOfTheNearestPerson() throws {
        let persons = [
            Fixtures.held("VALMONT", given: "HUGO", born: "1986-09-02"),
            Fixtures.held(given: "CAMILLE", born: "1988-05-15"),
        ]
        refusesAs([.birthDate], try Fixtures.identity(), persons)
        refusesAs(
            [.familyName, .firstGivenName, .birthDate], try Fixtures.identity(), [persons[0]])
    }

    @Test func namesNoValueInTheRefusal() {
        let refusal = IssuingRefusal.identityMismatch([.familyName, .birthDate])
        let fields = "family_name, birth_date differ from the identity"
        #expect(refusal.explanation.english == "the answer is about somebody else: \(fields)")
    }

    @Test func aFirstGivenNameIsWholeWordsOfTheBodys() throws {
        let marie = try Fixtures.identity(given: Fixtures.separate("Marie"))
        try check(marie, [Fixtures.held(given: "MARIE MADELEINE")])
        refusesAs([.firstGivenName], marie, [Fixtures.held(given: "MARIE-MADELEINE")])
        refusesAs([.firstGivenName], marie, [Fixtures.held(given: "MADELEINE MARIE")])
        refusesAs([.firstGivenName], marie, [Fixtures.held(given: "MARIEL")])
        let compound = try Fixtures.identity(given: Fixtures.separate("Marie-Madeleine"))
        try check(compound, [Fixtures.held(given: "MARIE MADELEINE ANNE")])
        refusesAs([.firstGivenName], compound, [Fixtures.held(given: "MARIE")])
    }

    @Test func anUndividedTextMayBeOneGivenNameOrItsFirstWord() throws {
        let identity = try Fixtures.identity(given: Fixtures.undivided("Jean Pierre"))
        try check(identity, [Fixtures.held(given: "JEAN")])
        try check(identity, [Fixtures.held(given: "JEAN-PIERRE")])
        try check(identity, [Fixtures.held(given: "JEAN PIERRE MARC")])
        refusesAs([.firstGivenName], identity, [Fixtures.held(given: "PIERRE")])
    }

    /// A hyphen between two given names may have come as a word of its own.
    @Test func aWordWithoutALetterIsNobodysGivenName() throws {
        let identity = try Fixtures.identity(given: Fixtures.undivided("- Camille"))
        try check(identity, [Fixtures.held(given: "CAMILLE")])
        refusesAs([.firstGivenName], identity, [Fixtures.held(given: "- HUGO")])
    }

    @Test(arguments: ["1988-00-00", "1988-05-00"])
    func anUnknownPartOfABirthDateIsAnyOnEitherSide(_ partial: String) throws {
        try check(Fixtures.identity(), [Fixtures.held(born: partial)])
        try check(Fixtures.identity(born: partial), [Fixtures.held()])
        refusesAs(
            [.birthDate], try Fixtures.identity(born: "1987-05-14"), [Fixtures.held(born: partial)])
    }

    @Test func anAbsentNameAgreesWithAnAbsentOneOnly() throws {
        let onlyGiven = PivotIdentity(
            familyName: nil, givenNames: try Fixtures.separate("Camille"),
            birthDate: PartialDate("1988-05-14"))
        try check(onlyGiven, [Fixtures.held(nil)])
        try check(onlyGiven, [Fixtures.held("")])
        refusesAs([.familyName], onlyGiven, [Fixtures.held()])
        let onlyFamily = PivotIdentity(
            familyName: try Name(normalising: "TERRASSIER"), givenNames: nil,
            birthDate: PartialDate("1988-05-14"))
        try check(onlyFamily, [Fixtures.held(given: nil)])
        refusesAs([.firstGivenName], onlyFamily, [Fixtures.held()])
        refusesAs([.familyName], try Fixtures.identity(), [Fixtures.held(nil)])
        refusesAs([.firstGivenName], try Fixtures.identity(), [Fixtures.held(given: nil)])
        refusesAs([.birthDate], try Fixtures.identity(), [Fixtures.held(born: nil)])
    }

    @Test(arguments: [nil, "", " ", "-"])
    func aStoredNameWithoutALetterAgreesWithNoName(_ stored: String?) throws {
        refusesAs([.familyName], try Fixtures.identity(), [Fixtures.held(stored)])
        refusesAs([.firstGivenName], try Fixtures.identity(), [Fixtures.held(given: stored)])
    }

    @Test(arguments: JustificatifKind.allCases.filter { $0 != .health })
    func refusesAnAnswerThatNamesNobody(_ kind: JustificatifKind) throws {
        let facts =
            switch kind {
            case .taxIncome: Fixtures.tax()
            case .jobSeeker: Fixtures.jobSeeker(since: "2026-03-02", end: .noneKnown)
            default: Fixtures.quotientFamilial()
            }
        #expect(throws: IssuingRefusal.answerWithoutPerson) {
            try check(try Fixtures.identity(), [], facts)
        }
    }

    @Test func aHealthAnswerThatNamesSomebodyIsComparedToo() throws {
        let facts = Fixtures.c2s(true, since: "2026-02-01")
        try check(Fixtures.identity(), [], facts)
        refusesAs([.firstGivenName], try Fixtures.identity(), [Fixtures.held(given: "HUGO")], facts)
    }

    @Test func refusesAnIdentityNobodyCouldBeComparedWith() throws {
        #expect(throws: IssuingRefusal.identityIncomplete) {
            try check(try Fixtures.identity(born: nil), [Fixtures.held()])
        }
        let nameless = PivotIdentity(
            familyName: nil, givenNames: nil, birthDate: PartialDate("1988-05-14"))
        #expect(throws: IssuingRefusal.identityIncomplete) {
            try check(nameless, [Fixtures.held(nil, given: nil)])
        }
    }
}
