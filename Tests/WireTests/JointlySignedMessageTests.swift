import TestSupport
import Testing
import Wire

@Suite struct JointlySignedMessageTests {
    static func kid(_ number: UInt8) -> [UInt8] { [number, 0, 0, 0, 0, 0, 0, 1] }

    static func part(
        _ number: UInt8, unprotected: [UInt8] = [0xA0], count: UInt64 = 3,
        signature: Int = 64
    ) -> [UInt8] {
        let header = HandWriter.map([
            (HandWriter.unsigned(1), HandWriter.negative(18)),
            (HandWriter.unsigned(4), HandWriter.bytes(kid(number))),
        ])
        return HandWriter.head(4, count) + HandWriter.bytes(header) + unprotected
            + HandWriter.bytes([UInt8](repeating: number, count: signature))
    }

    static func message(
        _ parts: [[UInt8]], header: [UInt8] = [0x40], unprotected: [UInt8] = [0xA0],
        payload: [UInt8] = [0x41, 0x09], after: [UInt8] = []
    ) -> [UInt8] {
        HandWriter.array([header, unprotected, payload, HandWriter.array(parts)]) + after
    }

    static func decode(
        _ bytes: [UInt8], limit: Int = 4_096
    ) throws(DecodeError) -> JointlySignedMessage {
        try JointlySignedMessage(decoding: bytes, limit: limit)
    }

    @Test(arguments: [1, 2, 16])
    func readsUpToSixteenSignatures(count: UInt8) throws {
        let bytes = JointlySignedMessageTests.message(
            (1...count).map { JointlySignedMessageTests.part($0) })
        let message = try JointlySignedMessageTests.decode(bytes)
        #expect(message.parts.map { $0.kid.bytes[0] } == Array(1...count))
        #expect(message.payload == [9])
        #expect(message.encoded == bytes)
    }

    @Test func refusesNoSignatureAndSeventeen() {
        #expect(Limits.signatures == 16)
        #expect(throws: DecodeError(.wrongLength, at: 5)) {
            try JointlySignedMessageTests.decode(JointlySignedMessageTests.message([]))
        }
        let many = JointlySignedMessageTests.message(
            (1...17).map { JointlySignedMessageTests.part($0) })
        #expect(throws: DecodeError(.tooMany, at: 5)) {
            try JointlySignedMessageTests.decode(many)
        }
    }

    @Test(arguments: [[2, 1], [1, 1], [1, 3, 2], [1, 2, 2]] as [[UInt8]])
    func refusesSignaturesOutOfOrderOrTwice(numbers: [UInt8]) {
        let bytes = JointlySignedMessageTests.message(
            numbers.map { JointlySignedMessageTests.part($0) })
        let place = 6 + (numbers.count - 1) * JointlySignedMessageTests.part(1).count
        #expect(throws: DecodeError(.signatureOrder, at: place)) {
            try JointlySignedMessageTests.decode(bytes)
        }
    }

    static let good = part(1)

    @Test(arguments: [
        (message([good], header: [0x41, 0xA0]), DecodeError.Code.wrongLength),
        (message([good], header: [0xF6]), .wrongType),
        (message([good], unprotected: [0xA1, 0x04, 0x41, 0x01]), .tooMany),
        (message([good], payload: [0xF6]), .wrongType),
        (message([good], after: [0x00]), .trailingBytes),
        (message([part(1, unprotected: [0xA1, 0x04, 0x41, 0x01])]), .tooMany),
        (message([part(1, count: 2)]), .wrongLength),
        (message([part(1, count: 4) + [0xF6]]), .wrongLength),
        (message([part(1, signature: 63)]), .wrongLength),
        (message([part(1, signature: 65)]), .wrongLength),
        ([0xD8, 0x62] + message([good]), .wrongType),
        (HandWriter.array([[0x40], [0xA0], [0x41, 0x09]]), .wrongLength),
        (HandWriter.array([[0x40], [0xA0], [0x41, 0x09], good]), .wrongType),
    ])
    func refusesAnotherShape(bytes: [UInt8], code: DecodeError.Code) {
        let found = #expect(throws: DecodeError.self) {
            try JointlySignedMessageTests.decode(bytes)
        }
        #expect(found?.code == code)
    }

    @Test func acceptsAMessageOfTheLimitAndNoLongerOne() throws {
        let bytes = JointlySignedMessageTests.message([JointlySignedMessageTests.good])
        #expect(try JointlySignedMessageTests.decode(bytes, limit: bytes.count).encoded == bytes)
        #expect(throws: DecodeError(.tooLong, at: bytes.count - 1)) {
            try JointlySignedMessageTests.decode(bytes, limit: bytes.count - 1)
        }
    }

    @Test func refusesEveryBeginning() {
        let whole = JointlySignedMessageTests.message([
            JointlySignedMessageTests.part(1), JointlySignedMessageTests.part(2),
        ])
        for count in 0..<whole.count {
            #expect(throws: DecodeError.self) {
                try JointlySignedMessageTests.decode(Array(whole.prefix(count)))
            }
        }
    }
}
