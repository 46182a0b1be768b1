import Foundation
import Proofs
import Testing

/// Spec/token.md 4.2, and what makes membership enough: every scalar composed and alone.
@Suite struct RepertoireTests {
    static let names: [ClosedRange<UInt32>] = [
        0x20...0x20, 0x27...0x27, 0x2D...0x2D, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6,
        0xF8...0x24F, 0x1E00...0x1EFF, 0x2019...0x2019,
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
