import TestSupport
import Testing
import Wire

@Suite struct SignedMessageTests {
    static func decode(
        _ bytes: [UInt8], limit: Int = Limits.tokenBytes
    ) throws(DecodeError) -> SignedMessage {
        try SignedMessage(decoding: bytes, limit: limit)
    }

    @Test func readsTheOneShape() throws {
        let message = try SignedMessageTests.decode(HandMessage().bytes)
        #expect(message.kid.bytes == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(message.payload == [0xAA, 0xBB])
        #expect(Array(message.signature.bytes) == [UInt8](repeating: 0x55, count: 64))
        #expect(message.payloadOffset == 1 + 1 + 13 + 1 + 1)
    }

    @Test func writesTheOneShape() throws {
        let bytes = HandMessage().bytes
        let message = try SignedMessageTests.decode(bytes)
        #expect(message.encoded == bytes)
        let made = SignedMessage(
            signing: Array(message.payload), kid: message.kid, signature: message.signature)
        #expect(made.encoded == bytes)
    }

    /// RFC 9052 section 4.4, with the domain as external_aad.
    @Test(arguments: [
        (SignatureDomain.token, "justificatif/token/1"), (.root, "justificatif/root/1"),
        (.trust, "justificatif/trust/1"), (.revocations, "justificatif/revocations/1"),
    ])
    func signsTheStructureOfTheRFC(domain: SignatureDomain, words: String) throws {
        let message = try SignedMessageTests.decode(HandMessage().bytes)
        let expected = HandWriter.array([
            HandWriter.text("Signature1"), HandMessage().protected,
            HandWriter.bytes(Array(words.utf8)), HandWriter.bytes([0xAA, 0xBB]),
        ])
        #expect(message.signedBytes(domain) == expected)
    }

    /// Those of a token are elsewhere than those of a list.
    @Test(arguments: [0, 1, 300, 515, 599, 600, 601, 663, 664, 665, 5_000])
    func readsTheSignedBytesOfEveryLength(count: Int) throws {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let bytes = HandMessage.with { $0.payload = HandWriter.bytes(payload) }
        let message = try SignedMessageTests.decode(bytes, limit: 6_000)
        let read = message.withSignedBytes(.revocations) { signed in
            signed.indices.map { signed[$0] }
        }
        #expect(read == message.signedBytes(.revocations))
        #expect(read.suffix(count) == payload[...])
    }

    @Test func acceptsAMessageOfTheLimitAndNoLongerOne() throws {
        // Array 1, header 14, map 1, signature 66, payload head 3.
        let fitting = [UInt8](repeating: 7, count: 600 - 85)
        let bytes = HandMessage.with { $0.payload = HandWriter.bytes(fitting) }
        #expect(bytes.count == 600)
        #expect(try SignedMessageTests.decode(bytes).payload == fitting[...])
        let longer = HandMessage.with { $0.payload = HandWriter.bytes(fitting + [7]) }
        #expect(longer.count == 601)
        #expect(throws: DecodeError(.tooLong, at: 600)) { try SignedMessageTests.decode(longer) }
    }

    @Test func refusesEveryBeginning() {
        let whole = HandMessage().bytes
        for count in 0..<whole.count {
            let cut = Array(whole.prefix(count))
            #expect(throws: DecodeError.self) { try SignedMessageTests.decode(cut) }
        }
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func refusesATrailingByte(byte: UInt8) {
        let bytes = HandMessage.with { $0.after = [byte] }
        #expect(throws: DecodeError(.trailingBytes, at: bytes.count - 1)) {
            try SignedMessageTests.decode(bytes)
        }
    }
}
