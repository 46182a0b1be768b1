import QRImage
import ScanReading
import TestSupport
import Testing

@Suite(.enabled(if: Tool.isInstalled("convert"), "imagemagick is not installed"))
struct JPEGTests {
    private static let text = sampleText(count: 284)

    /// What imagemagick makes of our PNG.
    private static func jpeg(_ options: String = "") throws -> [UInt8] {
        let png = ScratchFile(try QRCode(alphanumeric: text).png())
        return Tool.output(of: "convert \(png.path) \(options) jpg:-")
    }

    @Test(arguments: [
        "", "-quality 30", "-quality 10", "-interlace JPEG", "-type TrueColor",
        "-type TrueColor -sampling-factor 4:1:1", "-type TrueColor -sampling-factor 1x2",
        "-type TrueColor -sampling-factor 3x1", "-colorspace CMYK", "-rotate 15", "-rotate 90",
    ])
    func readsAJPEG(options: String) throws {
        #expect(try texts(inPicture: Self.jpeg(options)) == [Self.text])
    }

    @Test func readsACodeOnAScannedPage() throws {
        // A4 at 200 dots an inch, the code 37 mm wide and a little turned.
        let page = try Self.jpeg(
            "-resize 292x292 -background white -rotate 2 -gravity NorthWest"
                + " -splice 900x1500 -gravity SouthEast -splice 400x500 -quality 80")
        #expect(try texts(inPicture: page) == [Self.text])
    }

    @Test func readsAJPEGThatEndsAfterItsCode() throws {
        let page = try Self.jpeg(
            "-gravity South -background white -splice 0x800 -type TrueColor -quality 95")
        let whole = try texts(inPicture: page)
        let cut = try texts(inPicture: Array(page.prefix(page.count - page.count / 20)))
        #expect(whole == [Self.text])
        #expect(cut == [Self.text])
    }

    @Test func survivesEveryTruncation() throws {
        let jpeg = try Self.jpeg("-resize 50% -quality 50")
        // Each is half a picture, which the whole ladder is tried on.
        for length in stride(from: 0, to: jpeg.count, by: Tier.isLong ? 97 : 1_499) {
            let found = (try? texts(inPicture: Array(jpeg.prefix(length)))) ?? []
            #expect(found.isEmpty || found == [Self.text], "\(length) bytes")
        }
    }

    @Test func refusesAHeadWithoutAPicture() throws {
        #expect(throws: PictureRefusal.damaged) {
            try texts(inPicture: Array(Self.jpeg().prefix(40)))
        }
    }

    @Test(arguments: [(20_000, 10_001), (14_143, 14_143), (65_500, 65_500)])
    func refusesAnnouncedSizesBeyondTheCaps(width: Int, height: Int) throws {
        let jpeg = announcing(width: width, height: height, in: try Self.jpeg())
        #expect(throws: PictureRefusal.tooLarge) { try texts(inPicture: jpeg) }
    }

    /// As of a telephone of 48 megapixels, which is decoded at half of its sides.
    @Test(.enabled(if: Tier.isLong))
    func readsAPictureThatIsLargerThanItIsDecoded() throws {
        let photo = try Self.jpeg(
            "-resize 2000x2000 -background gray -gravity center -extent 8000x6000 -quality 60")
        #expect(try texts(inPicture: photo) == [Self.text])
    }

    /// At the cap the size passes; what is there of the picture is decoded and holds no code.
    @Test(.enabled(if: Tier.isLong))
    func acceptsAnAnnouncedSizeAtTheCap() throws {
        let jpeg = announcing(width: 20_000, height: 2_000, in: try Self.jpeg())
        #expect(try texts(inPicture: jpeg) == [])
    }
}

/// The file with another size in its frame header: marker, length, precision, height, width.
private func announcing(width: Int, height: Int, in jpeg: [UInt8]) -> [UInt8] {
    var changed = jpeg
    let frame = jpeg.indices.dropLast(9).first { jpeg[$0] == 0xff && jpeg[$0 + 1] == 0xc0 }
    guard let frame else { return [] }
    for (offset, number) in [(5, height), (7, width)] {
        changed[frame + offset] = UInt8(number >> 8)
        changed[frame + offset + 1] = UInt8(number & 0xff)
    }
    return changed
}
