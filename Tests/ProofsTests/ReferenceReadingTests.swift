import Proofs
import TestSupport
import Testing
import Wire

struct ReferenceReadingTests {
    private let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private func reference(_ number: UInt8) -> Reference {
        Reference(to: Sample.identifier(number), Practice.crypto)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func readsWhatItWrites(_ number: UInt8) throws {
        let reference = reference(number)
        #expect(try Reference(text: reference.description) == reference)
        #expect(Reference(number: reference.number) == reference)
    }

    @Test func readsWhatPeopleMakeOfIt() throws {
        let number: UInt64 = 0x012_3456_789A_BCDE
        let reference = try #require(Reference(number: number))
        let text = reference.description
        let plain = text.replacing("-", with: "")
        for variant in [
            plain, text.lowercased(), text.replacing("-", with: " "), "  \(text)\n",
            text.replacing("-", with: "\u{2011}"), text.replacing("-", with: " – "),
            text.replacing("1", with: "I"), text.replacing("1", with: "l"),
            text.replacing("0", with: "O"), text.replacing("0", with: "o"),
            plain.map { "\($0)" }.joined(separator: "\u{202F}"),
        ] {
            #expect(try Reference(text: variant) == reference, "\(variant)")
        }
    }

    /// For all sums and characters: another sum or another character gives another sum, so that
    /// one wrong character changes every sum after it.
    @Test func everySingleWrongCharacterIsFound() {
        for fixed in 0..<32 {
            #expect(Set((0..<32).map { Reference.checksum($0, and: fixed) }) == Set(0..<32))
            #expect(Set((0..<32).map { Reference.checksum(fixed, and: $0) }) == Set(0..<32))
        }
    }

    /// For all sums and all two characters that differ; then for the last one and the check.
    @Test func everyTwoNeighboursThatChangePlacesAreFound() {
        for sum in 0..<32 {
            for first in 0..<32 {
                let after = Reference.checksum(sum, and: first)
                for second in 0..<32 where second != first {
                    let other = Reference.checksum(sum, and: second)
                    #expect(
                        Reference.checksum(after, and: second)
                            != Reference.checksum(other, and: first))
                    #expect(after != second || other != first)
                }
            }
        }
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func refusesEveryOtherCharacterAtEveryPlace(_ number: UInt8) {
        let characters = Array(reference(number).description.replacing("-", with: ""))
        for place in characters.indices {
            for symbol in symbols where symbol != characters[place] {
                var wrong = characters
                wrong[place] = symbol
                #expect(throws: ReferenceFault.check) { try Reference(text: String(wrong)) }
            }
        }
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func refusesAnyTwoCharactersThatChangedPlaces(_ number: UInt8) {
        let characters = Array(reference(number).description.replacing("-", with: ""))
        for first in characters.indices {
            for second in characters.indices where characters[second] != characters[first] {
                var wrong = characters
                wrong.swapAt(first, second)
                #expect(throws: ReferenceFault.check) { try Reference(text: String(wrong)) }
            }
        }
    }

    @Test(arguments: [
        ("", ReferenceFault.length(0)), ("4HZK-09QX-7N2M", .length(12)),
        ("4HZK-09QX-7N2M-99", .length(14)), ("scan.png", .length(8)),
        ("4HZK-09QX-7N2é-9", .character("é")), ("UHZK-09QX-7N2M-9", .character("U")),
        ("4HZ\u{212A}-09QX-7N2M-9", .character("\u{212A}")),
        ("4HZK-09QX-7N2M.", .character(".")), ("4HZK-09*X-7N2M-9", .character("*")),
        ("4HZK-09QX-7N2M-*", .character("*")), ("4HZK-09QX-7N2M-U", .character("U")),
        ("4HZK-09QX-7N2M-T", .check),
    ])
    func saysWhatIsWrong(_ text: String, _ fault: ReferenceFault) {
        #expect(throws: fault) { try Reference(text: text) }
    }

    @Test func numbersHave60Bits() {
        #expect(Reference(number: 1 << 60) == nil)
        #expect(Reference(number: 1 << 60 - 1) != nil)
    }
}
