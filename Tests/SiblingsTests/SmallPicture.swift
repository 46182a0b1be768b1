import QRImage
import TestSupport

/// A small code in three forms, each below 2,000 bytes.
enum SmallPicture: String, CaseIterable {
    case png
    /// Interlaced, with a palette, a text and a time.
    case adornedPNG
    case jpeg

    static let text = "JF1:ABCDEFGH"

    func bytes() throws -> [UInt8] {
        let png = ScratchFile(try QRCode(alphanumeric: Self.text).png(pixelsPerModule: 2))
        switch self {
        case .png: return Tool.output(of: "cat \(png.path)")
        case .adornedPNG:
            return Tool.output(
                of: "convert \(png.path) -interlace PNG -set comment hello png8:-")
        case .jpeg:
            return Tool.output(
                of: "convert \(png.path) -strip -type Grayscale -quality 40 jpg:-")
        }
    }

    /// The head of a JPEG that announces a square of this side, and nothing after it.
    static func jpegFrame(side: UInt16) -> [UInt8] {
        let half = [UInt8(side >> 8), UInt8(side & 0xff)]
        let tables: [UInt8] = [0xff, 0xdb, 0, 67, 0] + Array(repeating: 1, count: 64)
        let frame: [UInt8] = [0xff, 0xc0, 0, 11, 8] + half + half + [1, 1, 0x11, 0]
        let scan: [UInt8] = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
        return [0xff, 0xd8] + tables + frame + scan
    }
}
