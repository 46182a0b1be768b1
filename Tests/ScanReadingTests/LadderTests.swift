import QRImage
import ScanReading
import TestSupport
import Testing

/// What the plain look does not read and a later one does.
@Suite struct LadderTests {
    private let text = sampleText(count: 284)

    private func canvas(side: Int = 320) throws -> Canvas {
        var canvas = Canvas(width: side, height: side)
        try canvas.draw(text, left: 20, top: 20)
        return canvas
    }

    @Test func readsLightOnDark() throws {
        let inverted = try canvas().changed { pixel, _, _ in 255 - pixel }
        #expect(try texts(inPicture: inverted.png) == [text])
    }

    @Test(arguments: [(60, 8), (120, 12), (200, 30)])
    func readsLowContrast(dark: Int, span: Int) throws {
        let pale = try canvas().changed { pixel, _, _ in
            UInt8(dark + (pixel == 0 ? 0 : span))
        }
        #expect(try texts(inPicture: pale.png) == [text])
    }

    @Test func readsLeftForRight() throws {
        let plain = try canvas()
        let mirrored = plain.changed { _, column, row in
            plain.rows[row][plain.width - 1 - column]
        }
        #expect(try texts(inPicture: mirrored.png) == [text])
    }

    @Test func readsThroughSpecks() throws {
        var state: UInt32 = 7
        let specked = try canvas().changed { pixel, _, _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return state >> 24 < 14 ? 255 - pixel : pixel
        }
        #expect(try texts(inPicture: specked.png) == [text])
    }

    /// Blurred by 0.6 of a module.
    @Test func readsOutOfFocus() throws {
        var canvas = Canvas(width: 370, height: 370)
        try canvas.draw(text, left: 30, top: 30, pixelsPerModule: 5)
        for _ in 0..<18 { canvas = canvas.softened }
        #expect(try texts(inPicture: canvas.png) == [text])
    }

    /// Every other two rows have no ink.
    @Test func readsThroughBlockedNozzles() throws {
        let striped = try canvas().changed { pixel, _, row in row % 4 < 2 ? pixel : 255 }
        #expect(try texts(inPicture: striped.png) == [text])
    }

    /// Another service's code is clear, ours is not: the search goes on.
    @Test func looksOnForWhatIsSought() throws {
        var canvas = Canvas(width: 700, height: 320)
        try canvas.draw("HC1:6BF", left: 400, top: 60, pixelsPerModule: 8)
        try canvas.draw(text, left: 20, top: 20)
        let half = canvas.changed { pixel, column, _ in column < 350 ? 255 - pixel : pixel }
        #expect(try texts(inPicture: half.png) == ["HC1:6BF"])
        #expect(Set(try texts(inPicture: half.png, seeking: "JF")) == ["HC1:6BF", text])
    }

    @Test func readsAllOfManyCodesOnAPage() throws {
        var canvas = Canvas(width: 2480, height: 3508)
        let all = (0..<6).map { sampleText(count: 280 + $0) }
        for (index, text) in all.enumerated() {
            try canvas.draw(
                text, left: 200 + 1100 * (index % 2), top: 200 + 1100 * (index / 2),
                pixelsPerModule: 6)
        }
        #expect(Set(try texts(inPicture: canvas.png)) == Set(all))
    }
}
