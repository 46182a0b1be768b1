import TestSupport
import Testing
import Wire

@Suite struct CBORValueTests {
    @Test(arguments: [Int64.min, Int64.min + 1, -70_001, -19, -1, 0, 4, 255, .max])
    func readsIntegersOfSixtyFourBits(number: Int64) throws {
        let input =
            number < 0
            ? HandWriter.negative(UInt64(-1 - number)) : HandWriter.unsigned(UInt64(number))
        #expect(try reading(input, CBOR.readInteger).value == number)
    }

    @Test(arguments: [
        HandWriter.unsigned(1 << 63), HandWriter.negative(1 << 63),
        HandWriter.unsigned(.max), HandWriter.negative(.max),
    ])
    func refusesIntegersBeyondSixtyFourBits(input: [UInt8]) {
        #expect(fault(in: input, CBOR.readInteger) == DecodeError(.outOfRange, at: 0))
    }

    @Test(arguments: ["20", "40", "60", "80", "a0", "c0", "f4"])
    func refusesAnotherTypeForAnUnsigned(input: String) {
        #expect(fault(in: bytes(input), CBOR.readUnsigned) == DecodeError(.wrongType, at: 0))
    }

    @Test func readsStringsUpToTheirLimit() throws {
        let ten = [UInt8](repeating: 0x61, count: 10)
        let text = String(repeating: "a", count: 10)
        let byteString = HandWriter.bytes(ten)
        #expect(
            try reading(byteString) { input, offset throws(DecodeError) in
                try CBOR.readBytes(input, &offset, limit: 10)
            }.value == ten)
        #expect(
            try reading(HandWriter.text(text)) { input, offset throws(DecodeError) in
                try CBOR.readText(input, &offset, limit: 10)
            }.value == text)
        #expect(
            fault(in: byteString) { input, offset throws(DecodeError) in
                try CBOR.readBytes(input, &offset, limit: 9)
            } == DecodeError(.tooLong, at: 0))
        #expect(
            fault(in: HandWriter.text(text)) { input, offset throws(DecodeError) in
                try CBOR.readText(input, &offset, limit: 9)
            } == DecodeError(.tooLong, at: 0))
    }

    @Test(arguments: [0, 7, 9, 30])
    func refusesAStringOfAnotherLengthThanTheFixedOne(count: Int) {
        let input = HandWriter.bytes([UInt8](repeating: 1, count: count))
        let found = fault(in: input) { input, offset throws(DecodeError) in
            try CBOR.readBytes(input, &offset, count: 8)
        }
        #expect(found == DecodeError(.wrongLength, at: 0))
    }

    @Test(arguments: [
        "c0af", "ff", "eda080", "f4908080", "c3", "e2", "80", "e28099ff", "f08080af",
    ])
    func refusesTextThatIsNotUTF8(content: String) {
        let input = HandWriter.head(3, UInt64(content.count / 2)) + bytes(content)
        let found = fault(in: input) { input, offset throws(DecodeError) in
            try CBOR.readText(input, &offset, limit: 64)
        }
        #expect(found == DecodeError(.notUTF8, at: 0))
        #expect(fault(in: input, skipping) == DecodeError(.notUTF8, at: 0))
    }

    @Test func readsCountsUpToTheirLimit() throws {
        for (major, read) in [(UInt8(4), CBOR.readArrayHead), (5, CBOR.readMapHead)] {
            let limited = { (input: [UInt8]) throws(DecodeError) -> Int in
                var offset = 0
                return try read(input.span, &offset, 40)
            }
            #expect(try limited(HandWriter.head(major, 40)) == 40)
            #expect(throws: DecodeError(.tooMany, at: 0)) {
                try limited(HandWriter.head(major, 41))
            }
            #expect(throws: DecodeError(.tooMany, at: 0)) {
                try limited(HandWriter.head(major, .max))
            }
        }
    }

    /// A length no memory holds must neither be believed nor overflow.
    @Test(arguments: [.max, .max - 1, 1 << 63, 1 << 62, 1 << 32, 1_000, 5] as [UInt64])
    func refusesALengthBeyondTheInput(length: UInt64) {
        for major: UInt8 in [2, 3, 4, 5] {
            let input = HandWriter.head(major, length) + [0]
            let beyondAnyMemory: DecodeError.Code = major < 4 ? .truncated : .tooMany
            let code = fault(in: input, skipping)?.code
            #expect(code == (length > UInt64(Int.max) ? beyondAnyMemory : .truncated))
        }
    }

    @Test func readsTheTwoBooleansOnly() throws {
        #expect(try reading(HandWriter.no, CBOR.readBool).value == false)
        #expect(try reading(HandWriter.yes, CBOR.readBool).value == true)
        for byte: UInt8 in [0xF3, 0xF6, 0xF7, 0x00, 0x01] {
            #expect(fault(in: [byte], CBOR.readBool) == DecodeError(.wrongType, at: 0))
        }
    }

    @Test func readsNullOnlyWhereItStands() throws {
        let read = { (input: [UInt8]) in
            var offset = 0
            return (CBOR.readNull(input.span, &offset), offset)
        }
        #expect(read([0xF6]) == (true, 1))
        #expect(read([0xF7]) == (false, 0))
        #expect(read([]) == (false, 0))
    }
}
