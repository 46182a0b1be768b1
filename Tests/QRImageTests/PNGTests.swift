import QRImage
import TestSupport
import Testing

@Suite struct PNGTests {
    @Test(arguments: [(1, 6), (284, 6), (964, 6), (284, 1), (284, 5), (284, 32)])
    func isOneBitGreyOfTheAnnouncedSize(count: Int, pixelsPerModule: Int) throws {
        let code = try QRCode(alphanumeric: sampleText(count: count))
        let header = try #require(
            chunks(of: try code.png(pixelsPerModule: pixelsPerModule)).first)
        let side = (code.side + 8) * pixelsPerModule
        #expect(header.name == "IHDR")
        #expect(number(header.content[0..<4]) == side)
        #expect(number(header.content[4..<8]) == side)
        // Bit depth 1, colour type 0 (grey), then compression, filter and interlace methods 0.
        #expect(Array(header.content[8...]) == [1, 0, 0, 0, 0])
    }

    @Test func carriesTheResolutionAndNoOtherAncillaryChunk() throws {
        let file = try QRCode(alphanumeric: sampleText(count: 284)).png()
        let found = chunks(of: file)
        #expect(Set(found.map(\.name)) == ["IHDR", "pHYs", "IDAT", "IEND"])
        let resolution = try #require(found.first { $0.name == "pHYs" }).content
        #expect(number(resolution[0..<4]) == 11811)
        #expect(number(resolution[4..<8]) == 11811)
        #expect(resolution[8] == 1)
    }

    @Test func isTheSameFileEachTime() throws {
        let text = sampleText(count: 284)
        #expect(try QRCode(alphanumeric: text).png() == QRCode(alphanumeric: text).png())
    }

    @Test func staysSmall() throws {
        #expect(try QRCode(alphanumeric: sampleText(count: 284)).png().count < 2_200)
    }

    @Test(arguments: [Int.min, -1, 0, 33, Int.max])
    func refusesPixelsPerModuleOutOfRange(pixels: Int) throws {
        let code = try QRCode(alphanumeric: "JF1:A")
        #expect(throws: QRImageFault.pixelsPerModuleOutOfRange) {
            try code.png(pixelsPerModule: pixels)
        }
    }

    @Test func drawsTheLargestSymbolAtTheLargestSize() throws {
        let code = try QRCode(alphanumeric: sampleText(count: 3391))
        let header = try #require(chunks(of: try code.png(pixelsPerModule: 32)).first)
        #expect(number(header.content[0..<4]) == 185 * 32)
    }

    @Test(
        .enabled(if: Tool.isInstalled("zbarimg"), "zbar-tools is not installed"),
        arguments: [1, 4, 5, 284, 352, 353, 964], [2, 3, 6, 8])
    func isReadByZbar(count: Int, pixelsPerModule: Int) throws {
        let text = sampleText(count: count)
        let code = try QRCode(alphanumeric: text)
        let file = ScratchFile(try code.png(pixelsPerModule: pixelsPerModule))
        let output = Tool.output(
            of: "zbarimg -q --raw -Sdisable -Sqrcode.enable \(file.path) 2>/dev/null")
        #expect(String(decoding: output, as: UTF8.self) == text + "\n")
    }
}

private struct Chunk {
    let name: String
    let content: [UInt8]
}

/// The chunks after the signature, checksums left aside.
private func chunks(of file: [UInt8]) -> [Chunk] {
    var chunks: [Chunk] = []
    var offset = 8
    while offset + 12 <= file.count {
        let length = number(file[offset..<(offset + 4)])
        let content = offset + 8
        chunks.append(
            Chunk(
                name: String(decoding: file[(offset + 4)..<content], as: UTF8.self),
                content: Array(file[content..<(content + length)])))
        offset = content + length + 4
    }
    return chunks
}

private func number(_ bigEndian: some Sequence<UInt8>) -> Int {
    bigEndian.reduce(0) { $0 << 8 | Int($1) }
}
