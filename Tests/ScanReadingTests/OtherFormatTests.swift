import QRImage
import TestSupport
import Testing

@testable import ScanReading

/// TIFF and WebP, as other programs write them.
@Suite(.enabled(if: Tool.isInstalled("convert"), "imagemagick is not installed"))
struct OtherFormatTests {
    private static let text = sampleText(count: 284)

    /// What imagemagick makes of our PNG.
    private static func made(_ options: String) throws -> [UInt8] {
        let png = ScratchFile(try QRCode(alphanumeric: text).png())
        return Tool.output(of: "convert \(png.path) \(options)")
    }

    private static func pages(_ bytes: [UInt8]) throws -> [[String]] {
        var pages = try TIFFPages(of: bytes)
        var search = PageSearch(seeking: "JF")
        var found: [[String]] = []
        while let texts = try search.texts(onNextOf: &pages) { found.append(texts) }
        return found
    }

    @Test(arguments: [
        "-compress Group4 tiff:-", "-compress Fax tiff:-", "-compress None tiff:-",
        "-compress LZW tiff:-", "-compress Zip tiff:-", "-depth 16 tiff:-",
        "-compress RLE tiff:-", "-endian MSB tiff:-", "-colorspace CMYK tiff:-",
        "-type TrueColor -compress JPEG tiff:-", "-type Palette tiff:-",
        "-units PixelsPerInch -density 204x98 -filter point -resize 100%x50%! tiff:-",
        "-units PixelsPerInch -density 204x391 -filter point -resize 100%x200%! tiff:-",
    ])
    func readsATIFF(options: String) throws {
        #expect(try Self.pages(Self.made(options)) == [[Self.text]])
    }

    /// Parts, planes and orders of bits that imagemagick does not write.
    @Test(
        .enabled(if: Tool.isInstalled("tiffcp"), "libtiff-tools is not installed"),
        arguments: [
            "-c g4 -f lsb2msb", "-c g3:2d:fill -r 1", "-c g3:1d -B", "-c none -r 7",
            "-c lzw -t -w 64 -l 32", "-c zip -t", "-c packbits",
        ])
    func readsATIFFInAnyParts(options: String) throws {
        let file = ScratchFile(try Self.made("-compress Group4 tiff:-"))
        let copy = ScratchFile([])
        #expect(Tool.run("tiffcp \(options) \(file.path) \(copy.path)").status == 0)
        let bytes = Tool.output(of: "cat \(copy.path)")
        #expect(try Self.pages(bytes) == [[Self.text]])
    }

    /// A decoder more is a door more: these are told to be saved as something else.
    @Test(arguments: ["-compress LZMA tiff:-", "-compress WebP tiff:-", "-compress Zstd tiff:-"])
    func readsNoTIFFInARareCompression(options: String) throws {
        let bytes = try Self.made(options)
        #expect(throws: PictureRefusal.notAPicture) { try Self.pages(bytes) }
    }

    @Test func readsNoWebPThatMoves() throws {
        let bytes = try Self.made("'(' +clone -negate ')' webp:-")
        #expect(throws: PictureRefusal.notAPicture) { try texts(inPicture: bytes) }
    }

    @Test func decodesNoTIFFBeyondTheCaps() throws {
        let bytes = Tool.output(of: "convert -size 6400x6400 xc:white -compress Group4 tiff:-")
        #expect(throws: PictureRefusal.tooLarge) { try Self.pages(bytes) }
    }

    @Test func readsEveryPage() throws {
        let bytes = try Self.made("'(' -size 300x300 xc:white ')' '(' -clone 0 ')' tiff:-")
        #expect(try Self.pages(bytes) == [[Self.text], [], [Self.text]])
    }

    @Test func refusesWhatIsNotWhole() throws {
        let bytes = try Self.made("-compress Group4 tiff:-")
        #expect(throws: PictureRefusal.damaged) { try Self.pages(Array(bytes.prefix(4))) }
        for length in stride(from: 5, to: bytes.count, by: 101) {
            let found = (try? Self.pages(Array(bytes.prefix(length)))) ?? []
            #expect(found.allSatisfy { $0.isEmpty || $0 == [Self.text] }, "\(length) bytes")
        }
        #expect(throws: PictureRefusal.damaged) { try Self.pages(Array("JF1:ABC".utf8)) }
    }

    @Test(arguments: ["webp:-", "-quality 30 webp:-", "-define webp:lossless=true webp:-"])
    func readsAWebP(options: String) throws {
        let bytes = try Self.made(options)
        #expect(try texts(inPicture: bytes) == [Self.text])
        #expect(throws: PictureRefusal.damaged) { try texts(inPicture: Array(bytes.prefix(40))) }
    }
}
