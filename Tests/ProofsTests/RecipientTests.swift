import Explaining
import Proofs
import Testing

@Suite struct RecipientTests {
    @Test(arguments: [
        "Mairie d’Exemple", "CAF 44", "S.A. Cars & Co (Loire)", "Bât. 3/4: accueil, 2e étage", "7",
    ])
    func keepsTheNameOfAnOrganisation(text: String) throws {
        #expect(Recipient(signedForm: text)?.text == text)
        #expect(try Recipient(normalising: text).text == text)
    }

    @Test func holds100BytesAndNoMore() throws {
        let fitting = String(repeating: "à", count: 50)
        #expect(Recipient(signedForm: fitting) != nil)
        #expect(Recipient(signedForm: fitting + "a") == nil)
        let error = #expect(throws: NameFault.tooLong(limit: 100)) {
            try Recipient(normalising: fitting + "a")
        }
        #expect(error?.explanation.english == "is longer than 100 bytes of UTF-8")
    }

    @Test(arguments: ["A;B", "A\"B", "A%B", "A+B", "A@B", "A_B", "A*B", "A#B", "A\nB", "A<B"])
    func refusesACharacterOutsideTheRepertoire(text: String) {
        #expect(Recipient(signedForm: text) == nil)
        #expect(throws: NameFault.self) { try Recipient(normalising: text) }
    }

    @Test(arguments: ["&", "(.)", "-", ": / ,"])
    func refusesOneWithoutLetterOrDigit(text: String) {
        #expect(Recipient(signedForm: text) == nil)
        #expect(throws: NameFault.noLetter) { try Recipient(normalising: text) }
    }

    @Test func refusesEmptyAndStraySpaces() {
        #expect(throws: NameFault.empty) { try Recipient(normalising: "") }
        #expect(throws: NameFault.spaces) { try Recipient(normalising: "CAF  44") }
        #expect(throws: NameFault.spaces) { try Recipient(normalising: "CAF ") }
    }
}
