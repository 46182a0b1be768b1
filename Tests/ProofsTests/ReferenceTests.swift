import Proofs
import TestSupport
import Testing

/// Known answers computed apart from the product.
@Suite struct ReferenceTests {
    static func reference(_ bytes: [UInt8]) throws -> String {
        Reference(to: try #require(ProofIdentifier(bytes)), Practice.crypto).description
    }

    @Test(arguments: [
        ([UInt8](repeating: 0x00, count: 16), "G4B6-JWZA-S1AE-C"),
        ([UInt8](repeating: 0xC1, count: 16), "WG31-TAW7-Z8N7-4"),
        ([UInt8](repeating: 0xFF, count: 16), "NQZS-3FZ4-YS60-2"),
        ([UInt8](0..<16), "4838-AYFV-CRAC-0"),
    ])
    func isTheHashOfTheIdentifierInCrockfordsLetters(bytes: [UInt8], text: String) throws {
        #expect(try ReferenceTests.reference(bytes) == text)
    }

    @Test(arguments: [
        (16, "JCWX-QW21-QHBT-5"), (20, "V1YS-YHF2-1JQQ-A"), (59, "X06F-2S5V-EJ0Z-Z"),
        (61, "BDRM-X64Z-S523-R"), (73, "Y6GD-X2ZW-74AX-J"),
    ])
    func endsWithADigitOfTheSameAlphabet(last: UInt8, text: String) throws {
        #expect(try ReferenceTests.reference([UInt8](repeating: 0, count: 15) + [last]) == text)
    }

    /// SHA-256("abc") of FIPS 180-4, first half.
    @Test func fingerprintsWithTheFirstHalfOfTheHash() {
        let fingerprint = Fingerprint(ofSigned: Array("abc".utf8).span, Practice.crypto)
        #expect(
            fingerprint.bytes == [
                0xBA, 0x78, 0x16, 0xBF, 0x8F, 0x01, 0xCF, 0xEA, 0x41, 0x41, 0x40, 0xDE, 0x5D, 0xAE,
                0x22, 0x23,
            ])
    }
}

@Suite struct ClaimBlockTests {
    /// Spec/blocks.csv: first and last label, subject, name in a trust draft.
    static let spec: [[String]] = (Checkout.text("Spec/blocks.csv") ?? "")
        .split(separator: "\n").dropFirst().map { $0.split(separator: ";").map(String.init) }

    @Test func blocksAreThoseOfTheSpec() {
        #expect(ClaimBlockTests.spec.count == ClaimBlock.allCases.count)
        for (block, row) in zip(ClaimBlock.allCases, ClaimBlockTests.spec) {
            #expect(row == [String(block.rawValue), row[1], row[2], block.name])
        }
    }

    @Test func blocksCoverTheLabelsOfTheirSubject() {
        for label in ClaimLabel.allCases {
            let row = ClaimBlockTests.spec.first {
                (UInt64($0[0]) ?? 0)...(UInt64($0[1]) ?? 0) ~= label.rawValue
            }
            #expect(label.block.map { String($0.rawValue) } == row?[0])
        }
        #expect(ClaimBlock.firstFact == 32)
    }
}
