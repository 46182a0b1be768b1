import Lists
import TestSupport
import Testing
import Wire

/// The fields of one revocation list's entry (Spec/lists.md 3.3).
@Suite struct SourceEntryTests {
    static func code(_ field: Int, _ value: [UInt8]) -> DecodeError.Code? {
        TrustListContentTests.code { list in
            list.sources = [HandTrustList.source("caf")]
            list.sources[0][field - 1].value = value
        }
    }

    static let ascending = (41...45).map { PracticeKey($0) }
        .sorted { $0.publicKey.bytes.lexicographicallyPrecedes($1.publicKey.bytes) }

    static func keys(_ keys: [PracticeKey]) -> [UInt8] {
        HandWriter.array(keys.map { HandTrustList.key($0) })
    }

    @Test(
        arguments: [
            ("a", nil), ("caf-44.loire", nil), (String(repeating: "z", count: 32), nil),
            (String(repeating: "z", count: 33), .tooLong), ("", .nameForm), ("CAF", .nameForm),
            (".caf", .nameForm), ("../caf", .nameForm), ("caf/44", .nameForm),
            ("caf 44", .nameForm),
            ("café", .nameForm), ("caf\0", .nameForm), ("-", nil),
        ] as [(String, DecodeError.Code?)])
    func isNamedSafelyForAFile(name: String, code: DecodeError.Code?) {
        #expect(SourceEntryTests.code(1, HandWriter.text(name)) == code)
    }

    @Test func hasOneToFourKeysAscendingAndOnce() {
        let keys = SourceEntryTests.ascending
        #expect(SourceEntryTests.code(2, SourceEntryTests.keys([])) == .wrongLength)
        for count in 1...4 {
            let some = Array(keys.prefix(count))
            #expect(SourceEntryTests.code(2, SourceEntryTests.keys(some)) == nil)
        }
        #expect(SourceEntryTests.code(2, SourceEntryTests.keys(keys)) == .tooMany)
        #expect(SourceEntryTests.code(2, SourceEntryTests.keys([keys[1], keys[0]])) == .keyOrder)
        #expect(SourceEntryTests.code(2, SourceEntryTests.keys([keys[0], keys[0]])) == .keyOrder)
    }

    @Test(arguments: 0..<3)
    func refusesASourceWithoutOneOfItsKeys(place: Int) {
        let code = TrustListContentTests.code { list in
            list.sources = [HandTrustList.source("caf")]
            list.sources[0].remove(at: place)
        }
        #expect(code == .missingKey)
    }

    @Test func holdsAnyEpoch() {
        #expect(SourceEntryTests.code(3, HandWriter.unsigned(.max)) == nil)
        #expect(SourceEntryTests.code(3, HandWriter.negative(0)) == .wrongType)
    }
}
