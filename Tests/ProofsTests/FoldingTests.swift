import Foundation
import TestSupport
import Testing

@testable import Proofs

@Suite struct FoldingTests {
    /// Letter to folded form, each letter once.
    static func table(_ rows: [(folded: String, letters: String)]) -> [Unicode.Scalar: String] {
        var table: [Unicode.Scalar: String] = [:]
        for row in rows {
            for scalar in row.letters.unicodeScalars {
                #expect(table.updateValue(row.folded, forKey: scalar) == nil, "\(scalar) twice")
            }
        }
        return table
    }

    static var spec: [(folded: String, letters: String)] {
        (Checkout.text("Spec/folding.csv") ?? "").split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
            return (String(cells[0]), String(cells.last ?? ""))
        }
    }

    @Test func isTheTableOfTheSpec() {
        let spec = FoldingTests.table(FoldingTests.spec)
        #expect(spec.count > 500)
        #expect(FoldingTests.table(FoldingTable.rows) == spec)
    }

    /// Or into their capital, where no plain letter is meant.
    @Test func foldsLettersOfTheRepertoireIntoPlainOnes() {
        for (letter, folded) in FoldingTests.table(FoldingTable.rows) {
            #expect(Repertoire.isNameScalar(letter) && !letter.isASCII)
            let isPlain = folded.allSatisfy { $0 == " " || ("A"..."Z").contains($0) }
            #expect(isPlain || folded == letter.properties.uppercaseMapping, "\(letter)")
        }
    }

    @Test func foldsEveryApostropheAlike() {
        for apostrophe in ["'", "’", "\u{2BB}", "\u{2BC}", "\u{A78B}", "\u{A78C}"] {
            #expect(NameFolding.folded("Fa\(apostrophe)a") == "FA A")
            #expect(Name(signedForm: "Fa\(apostrophe)a") != nil)
            #expect(Name(signedForm: apostrophe) == nil, "no letter to compare")
        }
    }

    @Test(arguments: [
        ("L’Héritier-Œhm", "L HERITIER OEHM"), ("L'HERITIER OEHM", "L HERITIER OEHM"),
        ("Straße", "STRASSE"), ("ŁÓDŹ", "LODZ"), ("d’Æther", "D AETHER"), ("Nguyễn", "NGUYEN"),
        ("  jean - paul  ", "JEAN PAUL"), ("--", ""), ("", ""), ("CAF 44", "CAF 44"),
        ("Þór", "THOR"), ("He\u{301}lene", "HELENE"), ("ÿ", "Y"), ("ŉ", "N"), ("aŉb", "A NB"),
        ("Əliyev", "ƏLIYEV"), ("əLİYEV", "ƏLIYEV"), ("ɓah", "BAH"), ("ʼNeill", "NEILL"),
    ])
    func foldsAsPeopleCompare(text: String, folded: String) {
        #expect(NameFolding.folded(text) == folded)
    }

    /// Letters that look alike stay apart.
    @Test(arguments: ["А", "Α", "Ａ", "\u{1D400}", "A\u{200B}", "A\u{20E3}"])
    func neverTakesAStrangerForALetter(text: String) {
        #expect(NameFolding.folded(text) != "A")
    }

    @Test func foldsTheSameWhateverTheMarksWereWrittenWith() {
        for scalar in RepertoireTests.scalars(RepertoireTests.names) {
            let letter = String(Character(scalar))
            let folded = NameFolding.folded(letter)
            #expect(NameFolding.folded(letter.decomposedStringWithCanonicalMapping) == folded)
            #expect(NameFolding.folded(folded) == folded, "folding twice changes nothing")
        }
    }

    @Test func foldsBothCasesOfALetterAlike() {
        for letter in RepertoireTests.scalars(RepertoireTests.names) {
            for other in [letter.properties.uppercaseMapping, letter.properties.lowercaseMapping] {
                guard other.unicodeScalars.count == 1,
                    other.unicodeScalars.allSatisfy(Repertoire.isNameScalar)
                else { continue }
                let own = NameFolding.folded(String(Character(letter)))
                #expect(NameFolding.folded(other) == own, "\(letter) and \(other)")
            }
        }
    }
}
