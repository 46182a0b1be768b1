import Testing

@testable import Siblings

@Suite struct AnswerParsingTests {
    private static func entry(_ text: [UInt8]) -> [UInt8] {
        [UInt8(text.count >> 8), UInt8(text.count & 0xff)] + text
    }

    @Test func acceptsTextsInTheirOrder() throws {
        let answer = [0, 2] + Self.entry(Array("é".utf8)) + Self.entry([])
        #expect(try PictureAnswer(answer: answer) == .texts(["é", ""]))
        #expect(try PictureAnswer(answer: [0, 0]) == .texts([]))
    }

    @Test(arguments: zip([1, 2, 3, 4] as [UInt8], UnreadableReason.allCases))
    func acceptsEveryReason(status: UInt8, reason: UnreadableReason) throws {
        #expect(try PictureAnswer(answer: [status, 0]) == .unreadable(reason))
    }

    @Test func acceptsTheLongestAnswer() throws {
        let longest = (0..<8).map { [UInt8](repeating: 65 + $0, count: 4296) }
        let answer: [UInt8] = [0, 8] + longest.flatMap { Self.entry($0) }
        #expect(answer.count == AnswerFormat.bytes)
        guard case .texts(let texts) = try PictureAnswer(answer: answer) else {
            Issue.record("not read")
            return
        }
        #expect(texts.count == 8)
    }

    @Test(
        arguments: [
            [], [0], [5, 0], [255, 0], [1], [1, 1], [1, 0, 0],
            [0, 0, 0], [0, 1], [0, 1, 0], [0, 1, 0, 2, 65], [0, 1, 0, 1, 65, 66],
            [0, 2, 0, 1, 65], [0, 9] + (65..<74).flatMap { [0, 1, $0] },
            [0, 1] + entry(Array(repeating: 65, count: 4297)),
            [0, 2, 0, 1, 65, 0, 1, 65],
            [0, 1, 0, 1, 0xff], [0, 1, 0, 2, 0xc0, 0x80], [0, 1, 0, 3, 0xed, 0xa0, 0x80],
        ] as [[UInt8]])
    func refusesWhatTheFormatDoesNotAllow(answer: [UInt8]) {
        #expect(throws: SiblingFault.badAnswer) { try PictureAnswer(answer: answer) }
    }

    @Test func refusesEveryTruncation() {
        let answer = [0, 2] + Self.entry(Array("ABC".utf8)) + Self.entry(Array("DE".utf8))
        for length in answer.indices {
            #expect(throws: SiblingFault.badAnswer) {
                try PictureAnswer(answer: Array(answer.prefix(length)))
            }
        }
    }
}
