import Glibc
import QRImage
import TestSupport
import Testing

@testable import Siblings

/// The client and the built program together: they share no code, so this is what agrees them.
@Suite struct RealReaderTests {
    private let reader: PictureReader

    init() throws {
        reader = PictureReader(path: try #require(Programs.realReader()))
    }

    private func read(_ bytes: [UInt8]) throws -> PictureAnswer {
        let file = ScratchFile(bytes)
        return try withOpenFile(file.path) { try reader.read(descriptor: $0) }
    }

    @Test(arguments: [1, 284, 964])
    func readsBackWhatWasDrawn(count: Int) throws {
        let text = sampleText(count: count)
        #expect(try read(QRCode(alphanumeric: text).png()) == .texts([text]))
    }

    @Test func readsFromAPipe() throws {
        let text = sampleText(count: 284)
        let png = try QRCode(alphanumeric: text).png()
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        defer { close(ends[0]) }
        let written = unsafe png.withUnsafeBytes { png in
            unsafe write(ends[1], png.baseAddress, png.count)
        }
        close(ends[1])
        #expect(written == png.count)
        #expect(try reader.read(descriptor: ends[0]) == .texts([text]))
    }

    @Test(
        .enabled(if: Tool.isInstalled("convert"), "imagemagick is not installed"),
        arguments: [
            "-compress Group4 tiff:-", "-compress LZW tiff:-", "-compress Zip tiff:-",
            "-type TrueColor -compress JPEG tiff:-", "webp:-", "-define webp:lossless=true webp:-",
        ])
    func readsOtherFormatsConfined(options: String) throws {
        let text = sampleText(count: 284)
        let png = ScratchFile(try QRCode(alphanumeric: text).png())
        let file = ScratchFile(Tool.output(of: "convert \(png.path) \(options)"))
        if options.hasSuffix("webp:-") {
            let answer = try withOpenFile(file.path) { try reader.read(descriptor: $0) }
            #expect(answer == .texts([text]))
        } else {
            let answer = try withOpenFile(file.path) { try reader.readTIFF(descriptor: $0) }
            #expect(answer == .pages([[text]]))
        }
    }

    @Test func givesTheReasonOfARefusal() throws {
        let png = try QRCode(alphanumeric: "JF1:A").png()
        #expect(try read([]) == .unreadable(.notAPicture))
        #expect(try read(Array(png.prefix(60))) == .unreadable(.damaged))
        var wide = png
        // The first byte of the width, which IHDR's size check sees before its checksum is.
        wide[16] = 1
        #expect(try read(wide) == .unreadable(.tooLarge))
    }

    @Test func refusesOneByteMoreThanTheFileCap() throws {
        let png = try QRCode(alphanumeric: "JF1:A").png()
        let padding = [UInt8](repeating: 0, count: (32 << 20) - png.count)
        #expect(try read(png + padding) == .texts(["JF1:A"]))
        #expect(try read(png + padding + [0]) == .unreadable(.tooLarge))
    }

    @Test(.enabled(if: Tool.isInstalled("pgrep"), "procps is not installed"))
    func bindsItself() throws {
        // A reader that waits for its picture shows its limits to /proc.
        let command = """
            (sleep 1 | \(reader.path) >/dev/null & sleep 0.5; \
            cat /proc/$(pgrep -n -f '^\(reader.path)$')/limits)
            """
        let limits = String(decoding: Tool.output(of: command), as: UTF8.self)
        for (name, soft, hard) in [
            ("Max address space", 768 << 20, 768 << 20), ("Max cpu time", 20, 21),
            ("Max file size", 0, 0), ("Max core file size", 0, 0),
        ] {
            let line = limits.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
            let words = line.dropFirst(name.count).split(separator: " ").prefix(2)
            #expect(Array(words) == [Substring("\(soft)"), Substring("\(hard)")])
        }
    }

    @Test func refusesArguments() {
        #expect(unsafe system("\(reader.path) picture.png </dev/null") >> 8 == 64)
    }

    @Test func helpsInBothLanguages() throws {
        let help = String(decoding: Tool.output(of: "\(reader.path) --help"), as: UTF8.self)
        #expect(help.split(separator: "\n").count == 4)
        #expect(help.contains("lit les codes QR"))
        #expect(help.contains("reads the QR codes"))
    }
}
