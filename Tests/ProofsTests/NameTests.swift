import Explaining
import Foundation
import Proofs
import Testing

@Suite struct NameTests {
    static func fault(_ text: String) -> NameFault? {
        do throws(NameFault) {
            _ = try Name(normalising: text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "TERRASSIER", "Camille", "L’Héritier-Œhm", "D'Argent", "De La Tour", "Nguyễn", "Ÿ", "a",
        "O’Brien-Łukasiewicz", "Ångström",
    ])
    func keepsANameOfTheRepertoireAsItIs(text: String) throws {
        #expect(Name(signedForm: text)?.text == text)
        let name = try Name(normalising: text)
        #expect(Array(name.text.unicodeScalars) == Array(text.unicodeScalars))
    }

    /// The issuer composes; the verifier accepts the composed form only.
    @Test func composesWhatIsWrittenWithMarksOfTheirOwn() throws {
        for scalar in RepertoireTests.scalars(RepertoireTests.names) where scalar != " " {
            let composed = "A" + String(Character(scalar))
            let apart = composed.decomposedStringWithCanonicalMapping
            let name = try Name(normalising: apart)
            #expect(Array(name.text.unicodeScalars) == ["A", scalar])
            let isApart = apart.unicodeScalars.count > 2
            #expect((Name(signedForm: apart) == nil) == isApart)
        }
    }

    @Test func refusesMarksOfTheirOwnInTheSignedForm() throws {
        let apart = "He\u{301}lene"
        #expect(Name(signedForm: apart) == nil)
        #expect(try Name(normalising: apart).text.utf8.elementsEqual("Hélene".utf8))
    }

    @Test(
        arguments: [
            0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9F,  // control
            0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0x061C,  // direction
            0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD,  // no room
            0xA0, 0x2003, 0x202F, 0x3000,  // other spaces
            0x30, 0x39, 0x2E, 0x5F, 0x2010, 0x2011, 0x2018, 0x60, 0xB4, 0xAA,  // signs and digits
            0xD7, 0xF7, 0x250, 0x1DFF, 0x1F00,  // next to the repertoire
            0x0410, 0x0391, 0x05D0, 0x4E2D, 0xFB01, 0xFF21, 0x1F600, 0x1D400,  // other scripts
        ] as [UInt32])
    func refusesACharacterOutsideTheRepertoireAndNamesIt(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text = "A" + String(Character(scalar)) + "B"
        #expect(Name(signedForm: text) == nil)
        #expect(NameTests.fault(text) == .character(scalar))
    }

    @Test(arguments: ["A\u{0301}\u{0301}", "Q\u{0301}", "\u{0301}A", "e\u{20E3}"])
    func refusesAMarkThatDoesNotCompose(text: String) {
        #expect(NameTests.fault(text) != nil)
        #expect(Name(signedForm: text) == nil)
    }

    @Test func holds256BytesAndNoMore() throws {
        let fitting = String(repeating: "é", count: 128)
        #expect(Name(signedForm: fitting)?.text.utf8.count == 256)
        #expect(try Name(normalising: fitting).text.utf8.count == 256)
        #expect(Name(signedForm: fitting + "e") == nil)
        #expect(NameTests.fault(fitting + "e") == .tooLong(limit: 256))
        // 384 bytes as written, 256 once composed.
        let apart = String(repeating: "e\u{301}", count: 128)
        #expect(try Name(normalising: apart).text.utf8.count == 256)
    }

    @Test(arguments: [" A", "A ", "A  B", " ", "  ", "A B  C"])
    func refusesStraySpaces(text: String) {
        #expect(Name(signedForm: text) == nil)
        #expect(NameTests.fault(text) == .spaces)
    }

    /// A name of signs alone would be compared as nothing.
    @Test(arguments: ["-", "'", "’", "- '", "--"])
    func refusesANameWithoutALetter(text: String) {
        #expect(Name(signedForm: text) == nil)
        #expect(NameTests.fault(text) == .noLetter)
        #expect(Name(signedForm: text + "a") != nil)
    }

    @Test func refusesAnEmptyName() {
        #expect(Name(signedForm: "") == nil)
        #expect(NameTests.fault("") == .empty)
    }

    /// The advice must not repeat the name.
    @Test func saysWhatIsWrongWithoutTheName() {
        let faults: [NameFault] = [
            .empty, .tooLong(limit: 256), .spaces, .noLetter, .character("\u{202E}"),
        ]
        #expect(Set(faults.map(\.explanation.english)).count == faults.count)
        #expect(NameFault.character("\u{202E}").explanation.english.contains("U+202E"))
        #expect(NameTests.fault("SECRETNAME5")?.explanation.english.contains("SECRET") == false)
    }
}
