import Foundation
import Proofs
import Testing

/// Spec/token.md 4.2, and what makes membership enough: every scalar composed and alone.
@Suite struct RepertoireTests {
    static let names: [ClosedRange<UInt32>] =
        [
            0x20...0x20, 0x27...0x27, 0x2D...0x2D, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6,
            0xD8...0xF6,
            0xF8...0x24F, 0x1E00...0x1EFF, 0x2019...0x2019, 0x2BB...0x2BC, 0xA78B...0xA78C,
        ] + otherCases
    /// Letters outside the two blocks that are the other case of one inside.
    static let otherCases: [ClosedRange<UInt32>] = [
        0x253...0x254, 0x256...0x257, 0x259...0x259, 0x25B...0x25B, 0x260...0x260, 0x263...0x263,
        0x268...0x269, 0x26F...0x26F, 0x272...0x272, 0x275...0x275, 0x280...0x280, 0x283...0x283,
        0x288...0x28C, 0x292...0x292, 0x2C65...0x2C66, 0x2C7E...0x2C7F,
    ]
    /// `& ( ) , . / :` and the digits.
    static let besidesInRecipients: [ClosedRange<UInt32>] = [
        0x26...0x26, 0x28...0x29, 0x2C...0x2C, 0x2E...0x2E, 0x2F...0x2F, 0x30...0x39, 0x3A...0x3A,
    ]

    static func scalars(_ ranges: [ClosedRange<UInt32>]) -> [Unicode.Scalar] {
        ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
    }

    static func accepted(_ isAccepted: (Unicode.Scalar) -> Bool) -> Set<Unicode.Scalar> {
        Set((UInt32(0)...0x10_FFFF).compactMap(Unicode.Scalar.init).filter(isAccepted))
    }

    @Test func allowsInNamesWhatTheSpecLists() {
        let spec = Set(RepertoireTests.scalars(RepertoireTests.names))
        #expect(RepertoireTests.accepted(Repertoire.isNameScalar) == spec)
    }

    @Test func allowsInRecipientsWhatTheSpecLists() {
        let spec = RepertoireTests.names + RepertoireTests.besidesInRecipients
        #expect(
            RepertoireTests.accepted(Repertoire.isRecipientScalar)
                == Set(RepertoireTests.scalars(spec)))
    }

    /// Every edge of the repertoire and its neighbour, in a whole name.
    @Test(arguments: names)
    func drawsTheLineAtEachEdge(range: ClosedRange<UInt32>) throws {
        for value in [
            range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1,
        ] {
            let scalar = try #require(Unicode.Scalar(value))
            let isInside = RepertoireTests.names.contains { $0.contains(value) }
            let text = "A\(Character(scalar))A"
            #expect((Name(signedForm: text) != nil) == isInside, "U+\(String(value, radix: 16))")
            #expect(((try? Name(normalising: text)) != nil) == isInside)
        }
    }

    /// A name may be written in capitals and back.
    ///
    /// U+019B has a capital since Unicode 16 only.
    @Test func isClosedUnderCase() {
        for scalar in RepertoireTests.scalars(RepertoireTests.names) where scalar != "\u{19B}" {
            let properties = scalar.properties
            for other in [properties.uppercaseMapping, properties.lowercaseMapping] {
                guard other.unicodeScalars.count == 1 else { continue }
                let isInside = other.unicodeScalars.allSatisfy(Repertoire.isNameScalar)
                #expect(isInside, "\(scalar) and \(other)")
            }
        }
        #expect(RepertoireTests.scalars(RepertoireTests.otherCases).count == 25)
    }

    @Test func everyScalarIsItsOwnComposedForm() {
        for scalar in RepertoireTests.scalars(RepertoireTests.names) {
            let text = String(Character(scalar))
            let composed = text.precomposedStringWithCanonicalMapping
            #expect(Array(composed.unicodeScalars) == [scalar])
            #expect(scalar.properties.canonicalCombiningClass == .notReordered)
        }
    }

    /// No two scalars of the repertoire compose, in either order.
    @Test func noScalarCombinesWithAnother() {
        let all = RepertoireTests.scalars(
            RepertoireTests.names + RepertoireTests.besidesInRecipients)
        for first in all {
            var text = String.UnicodeScalarView()
            for second in all {
                text.append(first)
                text.append(second)
            }
            let plain = String(text)
            let composed = plain.precomposedStringWithCanonicalMapping
            #expect(composed.unicodeScalars.elementsEqual(plain.unicodeScalars))
            #expect(plain.count == text.count, "each scalar is a character of its own")
        }
    }
}
