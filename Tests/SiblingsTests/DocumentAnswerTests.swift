import TestSupport
import Testing

@testable import Siblings

@Suite struct DocumentAnswerTests {
    private static let page: [UInt8] = [0, 1, 0, 1, 65]

    @Test func acceptsOneToSixtyFourPages() throws {
        #expect(try DocumentAnswer(answer: [0, 0] + Self.page) == .pages([[], ["A"]]))
        let pages = { (count: Int) in Array(repeating: Self.page, count: count).flatMap(\.self) }
        #expect(
            try DocumentAnswer(answer: pages(64)) == .pages(Array(repeating: ["A"], count: 64)))
        for count in [32, 50, 64] {
            #expect(
                try DocumentAnswer(answer: pages(count) + [5, 0]) == .unreadable(.tooManyPages))
        }
        for answer in [pages(65), pages(31) + [5, 0]] {
            #expect(throws: SiblingFault.badAnswer) { try DocumentAnswer(answer: answer) }
        }
    }

    @Test func isRefusedWithAnyOfItsPages() throws {
        #expect(try DocumentAnswer(answer: Self.page + [4, 0]) == .unreadable(.outOfMemory))
        #expect(try DocumentAnswer(answer: []) == .unreadable(.damaged))
    }

    @Test(
        arguments: [
            [0], [5, 0], [4, 0, 0, 0], page + [0], page + [5, 0], page + [6, 0], page + [3, 1],
        ] as [[UInt8]])
    func refusesWhatTheFormatDoesNotAllow(answer: [UInt8]) {
        #expect(throws: SiblingFault.badAnswer) { try DocumentAnswer(answer: answer) }
    }

    private func answer(of script: borrowing Script) throws -> DocumentAnswer {
        let file = ScratchFile(Array("%PDF-1.4".utf8))
        return try withOpenFile(file.path) {
            try PictureReader(path: script.path).readPDF(descriptor: $0, deadlineSeconds: 20)
        }
    }

    @Test func isDisabledWithoutAConverter() throws {
        let script = Script("case $1 in --pages-of-pdf) exit 69;; esac")
        #expect(try answer(of: script) == .unreadable(.pdfDisabled))
    }

    @Test func isDamagedWhenTheConverterGivesUp() throws {
        let script = Script("case $1 in --pages-of-pdf) exit 1;; *) printf '\\0\\0';; esac")
        #expect(try answer(of: script) == .unreadable(.damaged))
    }

    @Test func carriesWhatTheConverterWritesToTheReader() throws {
        let script = Script(
            "case $1 in --pages-of-pdf) cat;; *) printf '\\0\\1\\0\\10'; cat;; esac")
        #expect(try answer(of: script) == .pages([["%PDF-1.4"]]))
    }

    @Test func failsWhenEitherCannotBeConfined() throws {
        for side in ["--pages-of-pdf", "--pages"] {
            let script = Script("[ $1 = \(side) ] && exit 71; exit 0")
            #expect(throws: SiblingFault.ended(.exit(code: 71))) { try answer(of: script) }
        }
    }

    /// A converter that writes without end stops when its only reader does.
    @Test func endsAConverterThatNobodyReads() throws {
        let script = Script("case $1 in --pages-of-pdf) exec yes;; *) printf '\\3\\0';; esac")
        #expect(try answer(of: script) == .unreadable(.damaged))
    }
}
