import Reporting
import Testing

/// `input` in a verdict (Spec/verdicts.md 3).
struct InputNameTests {
    @Test(
        arguments: [
            (Array("été 1.pdf".utf8), "été 1.pdf"), ([0xE9, 0x74, 0xE9], "%E9t%E9"), ([], ""),
            ([0x61, 0xC3], "a%C3"), ([0x0A, 0x07, 0xFF], "\n\u{7}%FF"),
            ([0x00, 0x80, 0x80], "\0%80%80"),
            (Array("𝄞".utf8) + [0xF0, 0x9D], "𝄞%F0%9D"),
        ] as [([UInt8], String)])
    func encodesBytesThatAreNotText(_ name: [UInt8], _ text: String) {
        #expect(InputName.text(name) == text)
    }
}
