import Lists
import TestSupport
import Testing
import Wire

/// Keys from 64 on may be added without breaking older verifiers; below, nothing may.
@Suite struct IgnoredKeyTests {
    enum Place: CaseIterable { case list, issuer, source }

    static func code(_ place: Place, _ extra: [HandTrustList.Field]) -> DecodeError.Code? {
        TrustListContentTests.code { list in
            list.sources = [HandTrustList.source("caf")]
            switch place {
            case .list: list.fields += extra
            case .issuer: list.issuers[0] += extra
            case .source: list.sources[0] += extra
            }
        }
    }

    @Test(arguments: Place.allCases)
    func ignoresKeysFrom64On(place: Place) {
        let nested = HandWriter.map([(HandWriter.unsigned(1), HandWriter.array([HandWriter.yes]))])
        for key: UInt64 in [64, 65, 255, 70_000] {
            #expect(IgnoredKeyTests.code(place, [(HandWriter.unsigned(key), nested)]) == nil)
        }
        let many = (64..<128).map { (HandWriter.unsigned($0), HandWriter.null) }
        #expect(IgnoredKeyTests.code(place, many) == nil)
        let tooMany = (64..<129).map { (HandWriter.unsigned($0), HandWriter.null) }
        #expect(IgnoredKeyTests.code(place, tooMany) == .tooMany)
    }

    @Test(arguments: Place.allCases)
    func refusesUnknownKeysBelow64(place: Place) {
        for key in [HandWriter.unsigned(10), HandWriter.unsigned(63), HandWriter.negative(0)] {
            #expect(IgnoredKeyTests.code(place, [(key, HandWriter.null)]) == .unknownKey)
        }
    }

    @Test(arguments: Place.allCases)
    func refusesIgnoredKeysInAnotherFormOrOrder(place: Place) {
        let (first, second) = (HandWriter.unsigned(64), HandWriter.unsigned(65))
        #expect(IgnoredKeyTests.code(place, [(first, [0xF9, 0, 0])]) == .wrongType)
        #expect(IgnoredKeyTests.code(place, [(first, [0x18, 0x05])]) == .notShortest)
        #expect(
            IgnoredKeyTests.code(place, [(second, HandWriter.null), (first, HandWriter.null)])
                == .keyOrder)
        #expect(
            IgnoredKeyTests.code(place, [(first, HandWriter.null), (first, HandWriter.null)])
                == .keyOrder)
    }

    /// A key nobody knows does not replace one that is missing; one that is refused anywhere is
    /// told before.
    @Test func refusesAnIgnoredKeyInThePlaceOfAKnownOne() {
        let code = TrustListContentTests.code { list in
            list.fields[5].key = HandWriter.unsigned(64)
        }
        #expect(code == .missingKey)
        for key: UInt64 in [7, 63] {
            let code = TrustListContentTests.code { $0.fields[5].key = HandWriter.unsigned(key) }
            #expect(code == .unknownKey)
        }
    }
}
