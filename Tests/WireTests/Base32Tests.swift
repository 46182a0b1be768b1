import TestSupport
import Testing
import Wire

@Suite struct Base32Tests {
    /// RFC 4648 section 10, padding taken off.
    static let examples: [(plain: String, text: String)] = [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ]

    static func decode(_ text: String, from start: Int = 0) throws(DecodeError) -> [UInt8] {
        try Base32.decode(Array(text.utf8).span, from: start)
    }

    @Test(arguments: examples)
    func encodesTheExamplesOfTheRFC(example: (plain: String, text: String)) {
        #expect(Base32.encode(Array(example.plain.utf8)) == example.text)
    }

    @Test(arguments: examples)
    func decodesTheExamplesOfTheRFC(example: (plain: String, text: String)) throws {
        #expect(try Base32Tests.decode(example.text) == Array(example.plain.utf8))
    }

    @Test func beginsWhereItIsTold() throws {
        #expect(try Base32Tests.decode("JF1:MZXW6", from: 4) == Array("foo".utf8))
    }

    @Test(arguments: [1, 3, 6, 9, 11, 14, 17, 19, 22])
    func refusesALengthThatNoByteCountGives(count: Int) {
        let text = String(repeating: "A", count: count)
        #expect(throws: DecodeError(.textLength, at: count)) { try Base32Tests.decode(text) }
    }

    @Test(arguments: [0, 2, 4, 5, 7, 8, 10, 12, 13, 15, 16])
    func acceptsALengthThatAByteCountGives(count: Int) throws {
        let text = String(repeating: "A", count: count)
        #expect(try Base32Tests.decode(text) == [UInt8](repeating: 0, count: count * 5 / 8))
    }

    /// One left-over bit set, for each number of left-over bits there can be.
    @Test(arguments: ["AB", "AC", "AAAB", "AAAC", "AAAE", "AAAI", "AAAAB", "AAAAAAB", "AAAAAAE"])
    func refusesLeftOverBitsThatAreNotZero(text: String) {
        #expect(throws: DecodeError(.textTrailingBits, at: text.utf8.count - 1)) {
            try Base32Tests.decode(text)
        }
    }

    @Test(arguments: ["0", "1", "8", "9", "=", "a", "z", " ", "\n", "-", "@", "[", "é", "\0"])
    func refusesACharacterOutsideTheAlphabet(character: String) {
        var text = "MZ" + character
        while text.utf8.count < 8 { text += "A" }
        #expect(throws: DecodeError(.textCharacter, at: 2)) { try Base32Tests.decode(text) }
    }

    @Test func everyCharacterCodeButThirtyTwoIsRefused() {
        let accepted = (UInt8.min...UInt8.max).filter { code in
            (try? Base32.decode([code, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41].span, from: 0))
                != nil
        }
        #expect(accepted == Array("234567ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8))
    }

    @Test func agreesWithAWriterOfItsOwn() throws {
        var random = RunSeed.generator(1)
        for count in 0...64 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let text = HandWriter.base32(bytes)
            #expect(Base32.encode(bytes) == text)
            #expect(try Base32Tests.decode(text) == bytes)
        }
    }
}
