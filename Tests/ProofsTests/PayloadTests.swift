import Proofs
import TestSupport
import Testing
import Wire

@Suite struct PayloadTests {
    static func code(_ payload: [UInt8]) -> DecodeError.Code? {
        do throws(DecodeError) {
            _ = try Justificatif.read(payload.span)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func readsWhatAnIndependentWriterWrote() throws {
        let reading = try Justificatif.read(HandToken.sample.payload.span)
        #expect(reading.justificatif == Sample.justificatif())
        #expect(!reading.hasUnknownClaims)
    }

    @Test func theLastDayIsTheOneBeforeItExpires() throws {
        let justificatif = try Justificatif.read(HandToken.sample.payload.span).justificatif
        #expect(justificatif.lastDay == Sample.lastDay)
        #expect(justificatif.expires == Sample.lastDay.adding(days: 1))
    }

    @Test func writesWhatAnIndependentWriterWrites() {
        #expect(Sample.justificatif().payload == HandToken.sample.payload)
    }

    @Test(arguments: 0..<4)
    func refusesAPayloadWithoutOneOfItsKeys(place: Int) {
        var fields = HandToken.sample.fields
        fields.remove(at: place)
        #expect(PayloadTests.code(HandWriter.map(fields)) == .missingKey)
    }

    @Test(arguments: [
        (uint(1), 0), (uint(2), 0), (uint(5), 1), (uint(8), 3), (HandWriter.negative(0), 3),
        (HandWriter.negative(70_001), 4),
    ])
    func refusesAKeyTooMany(key: [UInt8], place: Int) {
        var fields = HandToken.sample.fields
        fields.insert((key, uint(0)), at: place)
        #expect(PayloadTests.code(HandWriter.map(fields)) == .tooMany)
    }

    @Test(arguments: [
        (0, uint(3)), (0, uint(5)), (1, uint(5)), (2, uint(8)), (3, uint(8)),
        (3, HandWriter.negative(69_999)), (3, HandWriter.negative(70_001)),
    ])
    func refusesAnotherKeyInThePlaceOfOne(place: Int, key: [UInt8]) {
        var fields = HandToken.sample.fields
        fields[place].key = key
        #expect(PayloadTests.code(HandWriter.map(fields)) == .unknownKey)
    }

    @Test(arguments: [(0, 1), (1, 2), (2, 3), (0, 3)])
    func refusesKeysOutOfOrder(first: Int, second: Int) {
        var fields = HandToken.sample.fields
        fields.swapAt(first, second)
        let code = PayloadTests.code(HandWriter.map(fields))
        #expect(code == .unknownKey || code == .keyOrder)
    }

    @Test(arguments: [1, 43_200, 86_399, 86_401])
    func refusesATimeThatIsNotMidnight(seconds: UInt64) {
        let midnight = UInt64(Sample.today.number) * 86_400
        var token = HandToken.sample
        token.issued = uint(midnight + seconds)
        #expect(PayloadTests.code(token.payload) == .notADay)
        token = .sample
        token.expires = uint(midnight + seconds)
        #expect(PayloadTests.code(token.payload) == .notADay)
    }

    @Test func holdsDaysUpToTheLastAndNoLater() throws {
        let last = UInt64(Day.last) * 86_400
        var token = HandToken.sample
        token.expires = uint(last)
        token.issued = uint(last)
        #expect(try Justificatif.read(token.payload.span).justificatif.issued.number == 65_535)
        token.expires = uint(last + 86_400)
        #expect(PayloadTests.code(token.payload) == .outOfRange)
        token.expires = uint(.max)
        #expect(PayloadTests.code(token.payload) == .outOfRange)
        token.expires = HandWriter.negative(86_399)
        #expect(PayloadTests.code(token.payload) == .wrongType)
        token.expires = [0xFB, 0x41, 0xDA, 0xB9, 0xF4, 0, 0, 0, 0]
        #expect(PayloadTests.code(token.payload) == .wrongType)
    }

    @Test(arguments: [0, 15, 17, 32])
    func refusesAnIdentifierOfAnotherLength(count: Int) {
        var token = HandToken.sample
        token.identifier = HandWriter.bytes([UInt8](repeating: 1, count: count))
        #expect(PayloadTests.code(token.payload) == .wrongLength)
        #expect(ProofIdentifier([UInt8](repeating: 1, count: count)) == nil)
    }

    @Test func refusesEveryBeginningAndEveryTrailingByte() {
        let whole = HandToken.sample.payload
        for count in 0..<whole.count {
            #expect(PayloadTests.code(Array(whole.prefix(count))) != nil)
        }
        for byte in UInt8.min...UInt8.max {
            #expect(PayloadTests.code(whole + [byte]) == .trailingBytes)
        }
    }
}
