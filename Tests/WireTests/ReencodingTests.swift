import TestSupport
import Testing
import Wire

/// One message has one form: whatever is accepted is written again as the same bytes.
@Suite struct ReencodingTests {
    @Test func wellFormedMessagesAreWrittenAgainAsTheyWere() throws {
        var random = RunSeed.generator(3)
        for _ in 0..<500 {
            let length = Int.random(in: 0...515, using: &random)
            let content = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let bytes = HandMessage.with { message in
                message.payload = HandWriter.bytes(content)
                message.kid = HandWriter.bytes(Array(content.prefix(8)) + padding(content.count))
            }
            let message = try SignedMessage(decoding: bytes, limit: Limits.tokenBytes)
            #expect(message.encoded == bytes)
            #expect(message.payload == content[...])
        }
    }

    private func padding(_ count: Int) -> [UInt8] {
        [UInt8](repeating: 3, count: max(0, 8 - count))
    }

    /// Any change of one byte is either refused or read as what it now is.
    @Test func alteredMessagesThatAreAcceptedAreWrittenAgainAsTheyAre() {
        let whole = HandMessage().bytes
        var accepted = 0
        for place in whole.indices {
            for value in UInt8.min...UInt8.max {
                var altered = whole
                altered[place] = value
                guard let message = try? SignedMessage(decoding: altered, limit: 600) else {
                    continue
                }
                accepted += 1
                #expect(message.encoded == altered)
            }
        }
        // Eight bytes of kid, two of payload, sixty-four of signature are free; the rest is not.
        #expect(accepted == (8 + 2 + 64) * 256 + (whole.count - 74))
    }

    @Test func randomBytesAreNeverAcceptedInASecondForm() {
        var random = RunSeed.generator(4)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...24, using: &random)
            let input = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            guard let head = try? reading(input, CBOR.readHead) else { continue }
            #expect(
                HandWriter.head(head.value.major.rawValue, head.value.argument)
                    == Array(input.prefix(head.end)))
        }
    }
}
