import Issuing
import Proofs
import Testing

/// France Travail cuts a given name at 13 characters (Spec/issuing.md, "Whose answer it is").
struct FranceTravailNameTests {
    private let facts = Fixtures.jobSeeker(since: "2026-03-02", end: .noneKnown)

    private func matches(
        _ given: GivenNames, _ stored: String, _ facts: Facts? = nil
    ) throws -> Bool {
        let identity = try Fixtures.identity(given: given)
        do {
            _ = try Fixtures.evidence(
                facts ?? self.facts, identity: identity, persons: [Fixtures.held(given: stored)])
            return true
        } catch IssuingRefusal.identityMismatch([.firstGivenName]) {
            return false
        }
    }

    @Test(arguments: [
        ("Marie-Madeleine", "MARIE-MADELEI"), ("Marie-Françoise", "MARIE-FRANCOI"),
        ("Lætitia-Sophie", "LAETITIA-SOPH"), ("Lætitia-Sophie", "LÆTITIA-SOPHI"),
    ])
    func takesAGivenNameCutAtThirteenCharacters(_ given: String, _ stored: String) throws {
        #expect(stored.count == 13)
        #expect(try matches(Fixtures.separate(given), stored))
        #expect(try matches(Fixtures.undivided(given), stored))
    }

    @Test(arguments: ["MARIE-MADELE", "MARIE-MADELEIN", "MARIE", "MARIE-MADELOI"])
    func refusesAnyOtherCut(_ stored: String) throws {
        #expect(try !matches(Fixtures.separate("Marie-Madeleine"), stored))
    }

    @Test func aCutInTheMiddleOfTwoWordsKeepsItsLength() throws {
        #expect(try matches(Fixtures.separate("Marie-Christ-Anne"), "MARIE-CHRIST-"))
        #expect(try !matches(Fixtures.separate("Marie-Christ-Anne"), "MARIE-CHRIST"))
    }

    @Test func anUncutNameOfThirteenCharactersIsNotABeginning() throws {
        #expect(try matches(Fixtures.separate("Marie-Madelei"), "MARIE-MADELEI"))
        #expect(try !matches(Fixtures.separate("Marie-Made"), "MARIE-MADELEI"))
    }

    @Test func noOtherBodyCuts() throws {
        #expect(
            try !matches(
                Fixtures.separate("Marie-Madeleine"), "MARIE-MADELEI", Fixtures.quotientFamilial()))
    }
}
