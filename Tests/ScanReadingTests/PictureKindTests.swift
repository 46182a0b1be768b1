import QRImage
import ScanReading
import TestSupport
import Testing

/// The kinds of PNG that scanners and programs write.
@Suite(.enabled(if: Tool.isInstalled("convert"), "imagemagick is not installed"))
struct PictureKindTests {
    private static let text = sampleText(count: 284)

    @Test(arguments: [
        "-depth 16 png:-", "-type TrueColor -depth 16 png:-", "-type Palette png8:-",
        "-type TrueColor png24:-", "-type TrueColorAlpha png32:-", "-depth 2 -type Grayscale png:-",
        "-interlace PNG png:-", "+level-colors navy,lightyellow png8:-",
    ])
    func readsAPNG(of kind: String) throws {
        let png = ScratchFile(try QRCode(alphanumeric: Self.text).png())
        let made = Tool.output(of: "convert \(png.path) \(kind)")
        #expect(!made.isEmpty)
        #expect(try texts(inPicture: made) == [Self.text])
    }
}
