import QRImage
import ScanReading
import TestSupport
import Testing

@Suite struct RefusalTests {
    @Test(arguments: ["", "J", "JF1:ABC", "GIF89a", "%PDF-1.7", "\u{0}\u{0}"])
    func refusesWhatIsNoPicture(content: String) {
        #expect(throws: PictureRefusal.notAPicture) {
            try texts(inPicture: Array(content.utf8))
        }
    }

    /// At the limit the size passes, and the missing pixels are what is refused.
    @Test(arguments: [(20_000, 2_000), (2_000, 20_000), (20_000, 1), (6_324, 6_324)])
    func acceptsAnnouncedSizesUpToTheCaps(width: Int, height: Int) {
        #expect(throws: PictureRefusal.damaged) {
            try texts(inPicture: HandPNG(width: width, height: height).bytes)
        }
    }

    @Test(arguments: [
        (20_000, 2_001), (20_001, 1), (1, 20_001), (6_325, 6_325), (30_000, 30_000),
        (0xffff_ffff, 0xffff_ffff), (0x8000_0000, 1),
    ])
    func refusesAnnouncedSizesBeyondTheCaps(width: Int, height: Int) {
        #expect(throws: PictureRefusal.tooLarge) {
            try texts(inPicture: HandPNG(width: width, height: height, depth: 1).bytes)
        }
    }

    @Test(arguments: [(0, 1), (1, 0), (0, 0)])
    func refusesAnEmptyPicture(width: Int, height: Int) {
        #expect(throws: PictureRefusal.damaged) {
            try texts(inPicture: HandPNG(width: width, height: height).bytes)
        }
    }

    @Test func readsAPictureOfAsManyPixelsAsAllowed() throws {
        let rows = Array(repeating: [UInt8](repeating: 0xff, count: 2_500), count: 2_000)
        let png = HandPNG(rows: rows, width: 20_000, depth: 1).bytes
        #expect(try texts(inPicture: png) == [])
    }

    @Test func refusesOneByteMoreThanTheFileCap() throws {
        let png = try QRCode(alphanumeric: "JF1:A").png()
        let padding = [UInt8](repeating: 0, count: ScanLimits.fileBytes - png.count)
        #expect(try texts(inPicture: png + padding) == ["JF1:A"])
        #expect(throws: PictureRefusal.tooLarge) {
            try texts(inPicture: png + padding + [0])
        }
    }

    @Test func refusesEveryTruncationOfAPNG() throws {
        let png = try QRCode(alphanumeric: sampleText(count: 284)).png()
        for length in 0..<png.count - 16 {
            let expected: PictureRefusal = length < 8 ? .notAPicture : .damaged
            #expect(throws: expected, "\(length) bytes") {
                try texts(inPicture: Array(png.prefix(length)))
            }
        }
    }

    @Test func survivesEveryFlippedByteOfAPNG() throws {
        let text = sampleText(count: 30)
        let png = try QRCode(alphanumeric: text).png(pixelsPerModule: 2)
        for offset in png.indices {
            var flipped = png
            flipped[offset] ^= 0xff
            // Refused, or read in spite of it, but never another text.
            let found = (try? texts(inPicture: flipped)) ?? []
            #expect(found.isEmpty || found == [text], "offset \(offset)")
        }
    }
}
