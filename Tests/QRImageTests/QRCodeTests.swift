import QRImage
import TestSupport
import Testing

@Suite struct QRCodeTests {
    @Test(arguments: [(284, 12), (344, 13), (352, 13)])
    func usesQuartileUpToVersion13(count: Int, version: Int) throws {
        let code = try QRCode(alphanumeric: sampleText(count: count))
        #expect(code.correction == .quartile)
        #expect(code.version == version)
        #expect(code.side == 17 + 4 * version)
    }

    @Test func usesMediumBeyondVersion13() throws {
        let longest = QRCode.longestAtQuartile
        let code = try QRCode(alphanumeric: sampleText(count: longest + 1))
        #expect(code.correction == .medium)
        #expect(code.version == 11)
        let asked = try QRCode(
            alphanumeric: sampleText(count: longest + 1), correction: .quartile)
        #expect(asked.version == 14)
    }

    @Test(arguments: [(QRCode.Correction.medium, 10), (.quartile, 12)])
    func keepsTheAskedCorrection(correction: QRCode.Correction, version: Int) throws {
        let code = try QRCode(alphanumeric: sampleText(count: 284), correction: correction)
        #expect(code.correction == correction)
        #expect(code.version == version)
    }

    @Test func drawsTheLongestTokenAtVersion20() throws {
        let code = try QRCode(alphanumeric: sampleText(count: 964))
        #expect(code.version == 20)
        #expect(code.correction == .medium)
    }

    @Test func drawsTheThreeFinders() throws {
        let code = try QRCode(alphanumeric: "JF1:A")
        let last = code.side - 1
        for (row, column) in [(0, 0), (0, last - 6), (last - 6, 0)] {
            #expect(code.isDark(row: row, column: column))
            #expect(!code.isDark(row: row + 1, column: column + 1))
            #expect(code.isDark(row: row + 3, column: column + 3))
        }
    }

    @Test func drawsTheSameModulesEachTime() throws {
        let text = sampleText(count: 284)
        #expect(try QRCode(alphanumeric: text) == QRCode(alphanumeric: text))
    }

    @Test func refusesAnEmptyText() {
        #expect(throws: QRImageFault.emptyText) { try QRCode(alphanumeric: "") }
    }

    @Test(arguments: [("jF1:A", 0), ("JF1:a", 4), ("JF1:AÉ", 5), ("A\u{0}B", 1), ("A_", 1)])
    func refusesOtherCharacters(text: String, offset: Int) {
        #expect(throws: QRImageFault.notAlphanumeric(offset: offset)) {
            try QRCode(alphanumeric: text)
        }
    }

    @Test func takesTheWholeAlphanumericSet() throws {
        _ = try QRCode(alphanumeric: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    }

    @Test(arguments: [(QRCode.Correction.medium, 3391), (.quartile, 2420)])
    func refusesOneCharacterMoreThanVersion40(
        correction: QRCode.Correction, longest: Int
    ) throws {
        let code = try QRCode(alphanumeric: sampleText(count: longest), correction: correction)
        #expect(code.version == 40)
        #expect(throws: QRImageFault.tooLong) {
            try QRCode(alphanumeric: sampleText(count: longest + 1), correction: correction)
        }
    }

    @Test func refusesAVeryLongText() {
        #expect(throws: QRImageFault.tooLong) {
            try QRCode(alphanumeric: sampleText(count: 1_000_000))
        }
    }
}
