import Testing
import Verification

@Suite struct InputKindTests {
    @Test func readsUTF16WithItsMark() {
        let units = Array("\u{FEFF}été".utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(InputKind(of: little) == .text("\u{FEFF}été"))
        #expect(InputKind(of: big) == .text("\u{FEFF}été"))
        #expect(InputKind(of: little + [0x41]) == .unknown)
        #expect(InputKind(of: little + [0x00, 0xD8]) == .unknown)
        let longest = little + [UInt8](repeating: 0x20, count: InputKind.textBytes - little.count)
        #expect(InputKind(of: longest) != .unknown)
        #expect(InputKind(of: longest + [0x20, 0x00]) == .unknown)
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E, 0x47], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0],
            [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xE0, 0x00],
        ] as [[UInt8]])
    func tellsAPictureByItsFirstBytes(bytes: [UInt8]) {
        #expect(InputKind(of: bytes) == .picture)
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E], [0x89, 0x50, 0x4E, 0x48], [0xFF, 0xD8], [0xFF, 0xD8, 0xFE], [0x00],
            [0x4A, 0x46, 0x31, 0x3A, 0x00], [0x41, 0x7F], [0x41, 0x08], [0x0E], [0x1B, 0x5B],
            [0xC3], [0xED, 0xA0, 0x80], [0xFE, 0xFF, 0x00, 0x4A, 0x00],
            [0x25, 0x50, 0x44, 0x46, 0x0A, 0xE2],
        ] as [[UInt8]])
    func callsJunkUnknown(bytes: [UInt8]) {
        #expect(InputKind(of: bytes) == .unknown)
    }

    @Test(arguments: ["JF1:MZXW6", " JF1:AA\r\n", "é", "a\tb\u{B}\u{C}", "PNG", "~"])
    func keepsTextWithTheSpaceAroundIt(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .text(text))
    }

    @Test func searchesNoTextThatIsTooLong() {
        let longest = [UInt8](repeating: 0x41, count: InputKind.textBytes)
        #expect(InputKind(of: longest) == .text(String(decoding: longest, as: UTF8.self)))
        #expect(InputKind(of: longest + [0x41]) == .longText)
        #expect(InputKind(of: longest + [0x00]) == .unknown)
        #expect(InputKind(of: [0xFF, 0xD8, 0xFF] + longest) == .picture)
    }

    @Test(arguments: ["", " ", "\r\n\t ", "\u{A0}", "\u{2028}"])
    func callsWhiteSpaceAloneEmpty(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .empty)
    }

    /// White space and an accent are one character to Unicode, and not empty.
    @Test(arguments: [" \u{301}", "\u{301} ", "\n\u{20E3}"])
    func callsAnAccentOnWhiteSpaceText(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .text(text))
    }

    @Test func tellsWebPAndTIFF() {
        #expect(InputKind(of: Array("RIFF\u{1}\u{2}\u{3}\u{0}WEBPVP8 ".utf8)) == .picture)
        #expect(InputKind(of: Array("RIFF\u{1}\u{2}\u{3}\u{0}WAVE".utf8)) == .unknown)
        #expect(InputKind(of: [0x49, 0x49, 0x2A, 0, 8]) == .tiff)
        #expect(InputKind(of: [0x4D, 0x4D, 0, 0x2A, 0]) == .tiff)
        #expect(InputKind(of: [0x4D, 0x4D, 0x2A, 0]) == .unknown)
    }

    @Test(arguments: ["%PDF-", "%PDF-1.7\n%\u{E2}", "%PDF-JF1:MZXW6"])
    func tellsAPDFByItsFirstBytes(text: String) {
        #expect(InputKind(of: Array(text.utf8)) == .pdf)
        for before in [" ", "\r\n", "\u{FEFF}", "\u{FEFF}\r\n\t"] {
            #expect(InputKind(of: Array("\(before)\(text)".utf8)) == .pdf)
        }
        #expect(InputKind(of: Array("a\(text)".utf8)) == .text("a\(text)"))
    }

    /// In a file that is no text, whatever is before it; in a text they are words of it.
    @Test(arguments: [[0], [0x41]] as [[UInt8]])
    func tellsAPDFBehindOtherBytes(filling: [UInt8]) {
        let pdf = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3]
        let before = (0..<1_020).map { _ in filling[0] }
        #expect(InputKind(of: before.dropLast() + pdf) == .pdf)
        #expect(InputKind(of: before + pdf) == .unknown)
        let long = [UInt8](repeating: 0, count: InputKind.textBytes)
        #expect(InputKind(of: before.dropLast() + pdf + long) == .pdf)
        #expect(InputKind(of: before + pdf + long) == .unknown)
    }

    /// A file is told from its first bytes only where the others cannot change it.
    @Test func waitsForTheOtherBytesOfWhatMayBeText() {
        #expect(InputKind(announcedBy: Array("JF1:".utf8)) == nil)
        #expect(InputKind(announcedBy: Array("HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n".utf8)) == nil)
        #expect(InputKind(announcedBy: [0x4D, 0x4D, 0, 0x2A]) == .tiff)
    }
}
