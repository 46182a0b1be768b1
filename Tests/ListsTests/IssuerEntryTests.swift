import Lists
import Proofs
import TestSupport
import Testing
import Wire

/// The fields of one issuer (Spec/lists.md 3.2).
@Suite struct IssuerEntryTests {
    static func code(_ field: Int, _ value: [UInt8]) -> DecodeError.Code? {
        TrustListContentTests.code { $0.issuers[0][field - 1].value = value }
    }

    static func numbers(_ values: [UInt64]) -> [UInt8] {
        HandWriter.array(values.map { HandWriter.unsigned($0) })
    }

    @Test(arguments: 0..<9)
    func refusesAnIssuerWithoutOneOfItsKeys(place: Int) {
        #expect(
            TrustListContentTests.code { $0.issuers[0].remove(at: place) } == .missingKey)
    }

    @Test func refusesAKeyThatIsNotOfPrimeOrder() {
        let identity = [1] + [UInt8](repeating: 0, count: 31)
        #expect(IssuerEntryTests.code(1, HandWriter.bytes(identity)) == .keyNotPrimeOrder)
        for count in [31, 33] {
            let bytes = [UInt8](repeating: 1, count: count)
            #expect(IssuerEntryTests.code(1, HandWriter.bytes(bytes)) == .wrongLength)
        }
    }

    /// Field, limit in bytes, and whether it may be empty.
    @Test(arguments: [(2, 200, false), (3, 2_000, true), (4, 200, true)])
    func holdsTextUpToItsLimit(field: Int, limit: Int, mayBeEmpty: Bool) {
        let fitting = String(repeating: "é", count: limit / 2)
        #expect(IssuerEntryTests.code(field, HandWriter.text(fitting)) == nil)
        #expect(IssuerEntryTests.code(field, HandWriter.text(fitting + "e")) == .tooLong)
        let empty: DecodeError.Code? = mayBeEmpty ? nil : .nameForm
        #expect(IssuerEntryTests.code(field, HandWriter.text("")) == empty)
        for text in ["a\u{202E}b", "a\u{1B}[31mb", "a\u{7}", "a\u{200B}b", "a\tb", "a\u{2028}b"] {
            #expect(IssuerEntryTests.code(field, HandWriter.text(text)) == .nameForm)
        }
    }

    @Test(
        arguments: [
            ([], nil), ([32], nil), ([0, 32, 64], nil), ([128, 9_999], nil), ([64, 32], .keyOrder),
            ([32, 32], .keyOrder), (Array(1...16), nil), (Array(1...17), .tooMany),
        ] as [([UInt64], DecodeError.Code?)])
    func listsBlocksAscendingAndOnce(blocks: [UInt64], code: DecodeError.Code?) {
        #expect(IssuerEntryTests.code(5, IssuerEntryTests.numbers(blocks)) == code)
    }

    @Test func anUnknownBlockGrantsNothing() throws {
        let payload = HandTrustList.with {
            $0.issuers[0][4].value = IssuerEntryTests.numbers([33, 64, 1_024])
        }
        let issuer = try TrustListContentTests.read(payload).issuers[0]
        #expect(ClaimBlock.allCases.filter(issuer.maySign) == [.quotientFamilial])
        #expect(issuer.blocks == [33, 64, 1_024])
    }

    @Test func signsFromADayToADay() {
        let both = { (from: UInt64, until: UInt64) in
            TrustListContentTests.code { list in
                list.issuers[0][5].value = HandWriter.unsigned(from)
                list.issuers[0][6].value = HandWriter.unsigned(until)
            }
        }
        #expect(both(20_454, 20_454) == nil)
        #expect(both(20_455, 20_454) == .dateOrder)
        #expect(both(0, 65_535) == nil)
        #expect(both(0, 65_536) == .outOfRange)
    }

    @Test(
        arguments: [(0, nil), (1, nil), (2, .outOfRange), (.max, .outOfRange)]
            as [(UInt64, DecodeError.Code?)])
    func isActiveOrCompromised(state: UInt64, code: DecodeError.Code?) {
        #expect(IssuerEntryTests.code(8, HandWriter.unsigned(state)) == code)
    }
}
