import QRImage
import ScanReading
import TestSupport
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: [1, 4, 5, 150, 284, 352, 353, 600, 964], [1, 2, 6, 8])
    func readsBackWhatWasDrawn(count: Int, pixelsPerModule: Int) throws {
        let text = sampleText(count: count)
        let png = try QRCode(alphanumeric: text).png(pixelsPerModule: pixelsPerModule)
        #expect(try texts(inPicture: png) == [text])
    }

    @Test(arguments: QRCode.Correction.allCases)
    func readsBothCorrections(correction: QRCode.Correction) throws {
        let text = sampleText(count: 284)
        let png = try QRCode(alphanumeric: text, correction: correction).png()
        #expect(try texts(inPicture: png) == [text])
    }

    @Test func readsTwoCodesOfOnePicture() throws {
        var canvas = Canvas(width: 600, height: 300)
        try canvas.draw(sampleText(count: 150), left: 20, top: 20)
        try canvas.draw(sampleText(count: 160), left: 320, top: 20)
        let found = try texts(inPicture: canvas.png)
        #expect(Set(found) == [sampleText(count: 150), sampleText(count: 160)])
        #expect(found.count == 2)
    }

    @Test func countsTheSameCodeOnce() throws {
        var canvas = Canvas(width: 600, height: 300)
        try canvas.draw(sampleText(count: 150), left: 20, top: 20)
        try canvas.draw(sampleText(count: 150), left: 320, top: 20)
        #expect(try texts(inPicture: canvas.png) == [sampleText(count: 150)])
    }

    /// The plain attempt sees one of them only.
    @Test func readsTwoCodesFarApartOnAPage() throws {
        var canvas = Canvas(width: 1654, height: 2339)
        try canvas.draw(sampleText(count: 280), left: 200, top: 300)
        try canvas.draw(sampleText(count: 284), left: 900, top: 1500)
        let found = try texts(inPicture: canvas.png)
        #expect(Set(found) == [sampleText(count: 280), sampleText(count: 284)])
    }

    @Test func readsADataMatrixToBeToldForeign() throws {
        var canvas = Canvas(width: 120, height: 120)
        canvas.drawDataMatrix(left: 30, top: 30)
        #expect(try texts(inPicture: canvas.png) == ["DC04"])
    }

    @Test func readsOurCodeBesideADataMatrix() throws {
        var canvas = Canvas(width: 600, height: 400)
        canvas.drawDataMatrix(left: 30, top: 30)
        try canvas.draw(sampleText(count: 284), left: 250, top: 60)
        let found = try texts(inPicture: canvas.png)
        // The Data Matrix itself is sometimes missed here, which costs nothing.
        #expect(found.contains(sampleText(count: 284)))
    }

    @Test func findsNothingOnAWhitePage() throws {
        #expect(try texts(inPicture: Canvas(width: 300, height: 200).png) == [])
    }

    @Test func readsATransparentGroundAsWhite() throws {
        var canvas = Canvas(width: 300, height: 300)
        try canvas.draw(sampleText(count: 150), left: 20, top: 20)
        #expect(try texts(inPicture: canvas.transparentPNG) == [sampleText(count: 150)])
    }
}
