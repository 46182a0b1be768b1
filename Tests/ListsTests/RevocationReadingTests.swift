import Proofs
import TestSupport
import Testing
import Wire

@testable import Lists

/// One list has one form, and nothing in it is believed before its bound is checked.
@Suite struct RevocationReadingTests {
    /// A payload put together by hand; every field can be made wrong.
    struct Hand {
        var fields: [(key: [UInt8], value: [UInt8])]

        init() {
            let issued = UInt64(Sample.day(2026, 11, 3).start.seconds)
            let first = UInt64(Sample.day(2026, 8, 3).number)
            let values: [[UInt8]] = [
                HandWriter.text("caf"), HandWriter.unsigned(1), HandWriter.unsigned(40),
                HandWriter.unsigned(issued), HandWriter.unsigned(issued + 86_400),
                HandWriter.unsigned(issued + 864_000), HandWriter.unsigned(7),
                HandWriter.unsigned(first), HandWriter.unsigned(first + 91),
                HandWriter.array([Hand.day()]), HandWriter.bytes([]),
            ]
            fields = values.enumerated().map { (HandWriter.unsigned(UInt64($0 + 1)), $1) }
        }

        /// Values 3 and 9 of four bits: gaps 3 and 5, seven bits with parameter 1 as with 2.
        static func day(
            at place: UInt64 = 5, count: UInt64 = 2, width: UInt64 = 4, seed: UInt64 = 0,
            parameter: UInt64 = 1, bits: [UInt8] = [0b1011_1010]
        ) -> [UInt8] {
            HandWriter.array(
                [place, count, width, seed, parameter].map(HandWriter.unsigned)
                    + [HandWriter.bytes(bits)])
        }

        /// One revoked of a day in filters: six bits of four columns, and two of padding.
        static func filters(
            at place: UInt64 = 5, count: UInt64 = 1, columns: UInt64 = 4, slots: UInt64 = 1,
            seed: UInt64 = 0, exactSlots: UInt64 = 2, exactSeed: UInt64 = 0,
            bits: [UInt8] = [0b1011_1000]
        ) -> [UInt8] {
            HandWriter.array(
                [place, count, columns, slots, seed, exactSlots, exactSeed]
                    .map(HandWriter.unsigned) + [HandWriter.bytes(bits)])
        }

        func read() throws(DecodeError) -> RevocationListContent {
            try RevocationListContent(reading: HandWriter.map(fields).span)
        }

        static func code(_ change: (inout Hand) -> Void) -> DecodeError.Code? {
            var hand = Hand()
            change(&hand)
            do throws(DecodeError) {
                _ = try hand.read()
                return nil
            } catch { return error.code }
        }

        static func code(days: [[UInt8]]) -> DecodeError.Code? {
            code { $0.fields[9].value = HandWriter.array(days) }
        }
    }

    @Test func readsTheHandWrittenList() throws {
        let content = try Hand().read()
        #expect(content.days.map(\.count) == [2])
        #expect(content.days.map(\.day) == [Sample.day(2026, 8, 8)])
        #expect(content.days.map(\.byteCount) == [1])
    }

    @Test func refusesBitsThatAreNotTheOneForm() {
        #expect(Hand.code(days: [Hand.day(bits: [0b1011_1011])]) == .bitPadding)
        #expect(Hand.code(days: [Hand.day(bits: [0b1011_1010, 0])]) == .trailingBytes)
        #expect(Hand.code(days: [Hand.day(bits: [])]) == .truncated)
        #expect(Hand.code(days: [Hand.day(bits: [0xFF])]) == .truncated)
        #expect(Hand.code(days: [Hand.day(count: 4)]) == .truncated)
        #expect(Hand.code(days: [Hand.day(width: 3)]) == .outOfRange)
    }

    @Test func refusesAParameterThatIsNotTheBest() {
        #expect(Hand.code(days: [Hand.day(parameter: 2, bits: [0b0111_0010])]) == .codingNotBest)
        #expect(
            Hand.code(days: [Hand.day(parameter: 0, bits: [0b1110_1111, 0b1000_0000])])
                == .codingNotBest)
        #expect(
            Hand.code(days: [Hand.day(parameter: 3, bits: [0b0011_0101])]) == .codingNotBest)
    }

    @Test func bounds() {
        #expect(Hand.code(days: [Hand.day(width: 0)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.day(width: 57)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.day(seed: 256)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.day(count: 0)]) == .outOfRange)
        #expect(
            Hand.code(days: [Hand.day(count: UInt64(Limits.revokedProofs) + 1)]) == .tooMany)
        #expect(Hand.code(days: [Hand.day(parameter: 5)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.day(at: 91)]) == nil)
        #expect(Hand.code(days: [Hand.day(at: 92)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.day(at: 128)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.day(at: 5), Hand.day(at: 5)]) == .keyOrder)
        #expect(Hand.code(days: [Hand.day(at: 6), Hand.day(at: 5)]) == .keyOrder)
    }

    @Test func boundsOfFilters() {
        #expect(Hand.code(days: [Hand.filters()]) == nil)
        #expect(Hand.code(days: [Hand.filters(), Hand.day(at: 6), Hand.filters(at: 7)]) == nil)
        #expect(Hand.code(days: [Hand.filters(count: 0)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.filters(count: 2)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.filters(columns: 32)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.filters(columns: 0)]) == .outOfRange)
        #expect(
            Hand.code(days: [Hand.filters(columns: 0, slots: 0, bits: [0b1000_0000])]) == nil)
        #expect(
            Hand.code(days: [Hand.filters(columns: 0, slots: 0, seed: 1, bits: [0b1000_0000])])
                == .outOfRange)
        #expect(Hand.code(days: [Hand.filters(seed: 16)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.filters(exactSeed: 16)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.filters(exactSlots: 0)]) == .outOfRange)
        let most = UInt64(Limits.revocationSlots)
        #expect(Hand.code(days: [Hand.filters(slots: most)]) == .wrongLength)
        #expect(Hand.code(days: [Hand.filters(slots: most + 1)]) == .outOfRange)
        #expect(Hand.code(days: [Hand.filters(exactSlots: most + 1)]) == .outOfRange)
    }

    @Test func refusesColumnsOfAnotherLengthAndPaddingThatIsNotZero() {
        #expect(Hand.code(days: [Hand.filters(bits: [])]) == .wrongLength)
        #expect(Hand.code(days: [Hand.filters(bits: [0b1011_1000, 0])]) == .wrongLength)
        #expect(Hand.code(days: [Hand.filters(bits: [0b1011_1010])]) == .bitPadding)
        #expect(Hand.code(days: [Hand.filters(bits: [0b1011_1001])]) == .bitPadding)
        #expect(Hand.code(days: [Hand.filters(exactSlots: 4, bits: [0b1011_1111])]) == nil)
    }

    @Test func coversAtMostAHundredAndTwentyEightDays() {
        let last = Sample.day(2026, 11, 2).number
        let covering = { (days: Int) in
            Hand.code {
                $0.fields[7].value = HandWriter.unsigned(UInt64(last - days + 1))
                $0.fields[8].value = HandWriter.unsigned(UInt64(last))
                $0.fields[9].value = HandWriter.array([])
            }
        }
        #expect(covering(128) == nil)
        #expect(covering(129) == .tooMany)
        #expect(covering(0) == nil)
        #expect(covering(-1) == .dateOrder)
    }

    @Test func closesNoDayBeforeItIsOver() {
        let day = UInt64(Sample.day(2026, 11, 3).number)
        #expect(Hand.code { $0.fields[8].value = HandWriter.unsigned(day) } == .dateOrder)
    }

    @Test func wantsDatesInOrder() {
        let issued = UInt64(Sample.day(2026, 11, 3).start.seconds)
        #expect(Hand.code { $0.fields[4].value = HandWriter.unsigned(issued) } == .dateOrder)
        #expect(
            Hand.code { $0.fields[5].value = HandWriter.unsigned(issued + 86_400) } == .dateOrder)
    }

    @Test func readsTheOpenSetInOneOrder() {
        let open = { (bytes: [UInt8]) in
            Hand.code { $0.fields[10].value = HandWriter.bytes(bytes) }
        }
        let low = [UInt8](repeating: 1, count: 16)
        let high = [UInt8](repeating: 2, count: 16)
        #expect(open(low + high) == nil)
        #expect(open(high + low) == .keyOrder)
        #expect(open(low + low) == .keyOrder)
        #expect(open(low + [1]) == .wrongLength)
    }

    @Test func passesOverKeysOfLaterVersionsOnly() {
        let added = { (key: UInt64) in
            Hand.code { $0.fields.append((HandWriter.unsigned(key), HandWriter.unsigned(1))) }
        }
        #expect(added(64) == nil)
        #expect(added(12) == .unknownKey)
        #expect(Hand.code { $0.fields.remove(at: 6) } == .missingKey)
    }

    @Test(arguments: [RevocationCoding.values, .filters])
    func refusesEveryPrefixAndOneByteMore(coding: RevocationCoding) throws {
        let payload = try RevocationBuilder.with {
            $0.coding = coding
            $0.closed[Sample.today] = (
                issued: (0..<50).map(RevocationBuilder.fingerprint),
                revoked: [RevocationBuilder.fingerprint(7)]
            )
            $0.open = [RevocationBuilder.fingerprint(100)]
        }.draft.payload(Practice.crypto)
        for end in 0..<payload.count {
            #expect(throws: DecodeError.self) {
                try RevocationListContent(reading: Array(payload[..<end]).span)
            }
        }
        #expect(throws: DecodeError(.trailingBytes, at: payload.count)) {
            try RevocationListContent(reading: (payload + [0]).span)
        }
    }

    @Test func randomBitsAreReadOrRefusedAndNeverTrap() {
        var generator = RunSeed.generator(71)
        for _ in 0..<20_000 {
            let bits = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let width = Int.random(in: 1...56, using: &generator)
            let parameter = Int.random(in: 0...width, using: &generator)
            let count = Int.random(in: 1...40, using: &generator)
            let values = try? Rice.decode(
                bits.span, 0..<bits.count, count: count, width: width, parameter: parameter)
            guard let values else { continue }
            let again = Rice.encode(values)
            #expect(again == Rice.Coded(parameter: parameter, bits: bits))
        }
    }
}
