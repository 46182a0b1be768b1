@testable import Siblings

/// The answer of the reader, which a picture may have taken over.
enum ReaderTarget: FuzzTarget {
    static let name = "reader"

    static func examine(_ input: [UInt8]) throws {
        if let answer = try? PictureAnswer(answer: input) {
            try hold(bytes(of: answer) == input, "an answer has one form")
        }
        guard let answer = try? DocumentAnswer(answer: input) else { return }
        guard case .pages(let pages) = answer else { return }
        try hold((1...AnswerFormat.pages).contains(pages.count), "a limit limits")
        try hold(
            pages.flatMap { bytes(of: .texts($0)) } == input, "an answer has one form")
    }

    private static func bytes(of answer: PictureAnswer) -> [UInt8] {
        switch answer {
        case .unreadable(.notAPicture): [1, 0]
        case .unreadable(.tooLarge): [2, 0]
        case .unreadable(.damaged): [3, 0]
        case .unreadable(.outOfMemory): [4, 0]
        case .unreadable: []
        case .texts(let texts):
            texts.reduce(into: [0, UInt8(texts.count)]) { bytes, text in
                let length = UInt16(text.utf8.count)
                bytes += [UInt8(length >> 8), UInt8(length & 255)]
                bytes += Array(text.utf8)
            }
        }
    }
}
