import Lists
import TestSupport
import Testing
import Wire

@Suite struct RootsTests {
    static let keys = (1...17).map { PracticeKey($0).publicKey }

    static func isPossible(_ version: UInt64, _ threshold: Int, _ keys: [PublicKey]) -> Bool {
        Roots(version: version, threshold: threshold, keys: keys) != nil
    }

    @Test func needsAThresholdThatCanBeMet() {
        let three = Array(RootsTests.keys.prefix(3))
        for threshold in -1...4 {
            #expect(RootsTests.isPossible(1, threshold, three) == (1...3).contains(threshold))
        }
    }

    @Test func holdsOneToSixteenDifferentKeys() {
        #expect(!RootsTests.isPossible(1, 1, []))
        #expect(RootsTests.isPossible(1, 16, Array(RootsTests.keys.prefix(16))))
        #expect(!RootsTests.isPossible(1, 1, RootsTests.keys))
        #expect(!RootsTests.isPossible(1, 1, [RootsTests.keys[0], RootsTests.keys[0]]))
    }

    @Test(arguments: [(0, false), (1, true), (4_294_967_295, true), (4_294_967_296, false)])
    func countsVersionsFromOne(version: UInt64, isPossible: Bool) {
        #expect(RootsTests.isPossible(version, 1, [RootsTests.keys[0]]) == isPossible)
    }

    @Test func areTheSameInWhateverOrderTheyWereGiven() {
        let one = TrustBuilder.roots(Practice.root, Practice.secondRoot)
        let other = TrustBuilder.roots(Practice.secondRoot, Practice.root)
        #expect(one == other)
        #expect(one.payload == other.payload)
    }

    @Test func writesWhatAnIndependentWriterWrites() {
        let roots = TrustBuilder.roots(Practice.root)
        let payload = HandWriter.map(
            HandTrustList.numbered([
                HandWriter.unsigned(1), HandWriter.unsigned(1),
                HandWriter.array([HandTrustList.key(Practice.root)]),
            ]))
        #expect(roots.payload == payload)
    }

    /// Computed apart from the product: SHA-256 of the payload, 16 bytes, groups of four digits.
    @Test func givesAFingerprintToReadAloud() {
        let fingerprint = TrustBuilder.roots(Practice.root).fingerprint(Practice.crypto)
        #expect(fingerprint == "297e f363 94e7 16fe 2264 71b7 75e6 5200")
    }
}
