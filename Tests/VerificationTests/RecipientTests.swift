import TestSupport
import Testing
import Verification

@Suite struct RecipientTests {
    static func code(madeFor recipient: String?, at places: [String]) throws -> VerdictCode {
        try Scenario.with { scenario in
            if let recipient {
                scenario.token.claims.insert(
                    (HandWriter.unsigned(9), HandWriter.text(recipient)), at: 3)
            }
            scenario.recipients = places
        }.verdict().code
    }

    @Test(arguments: [
        ("Mairie d’Exemple", "Mairie d’Exemple"), ("Mairie d’Exemple", "MAIRIE D'EXEMPLE"),
        ("Mairie d’Exemple", "mairie d exemple"), ("Mairie d’Exemple", "  Mairie-d'exemple "),
        ("Forêt-École", "FORET ECOLE"), ("CAF 44", "caf 44"), ("Forêt", "fore\u{302}t"),
    ])
    func acceptsItsOwnNameHoweverItIsWritten(recipient: String, place: String) throws {
        #expect(try RecipientTests.code(madeFor: recipient, at: [place]) == .valid)
        #expect(try RecipientTests.code(madeFor: recipient, at: ["Autre", place]) == .valid)
    }

    @Test(arguments: [
        ("Mairie d’Exemple", "Mairie d’Exemples"), ("CAF 44", "CAF 45"), ("CAF 44", "CAF"),
        ("CAF 44", "CAF44"), ("CAF 44", ""), ("A & B", "A B"),
    ])
    func refusesAnotherName(recipient: String, place: String) throws {
        #expect(try RecipientTests.code(madeFor: recipient, at: [place]) == .wrongRecipient)
    }

    @Test func acceptsEveryoneWhereThePlaceHasNoName() throws {
        #expect(try RecipientTests.code(madeFor: "CAF 44", at: []) == .valid)
    }

    @Test func acceptsAJustificatifMadeForNobodyInParticular() throws {
        #expect(try RecipientTests.code(madeFor: nil, at: ["Mairie d’Exemple"]) == .valid)
    }
}
