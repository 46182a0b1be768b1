import Testing

@testable import ScanReading

@Suite struct PNGChunksTests {
    private let head = HandPNG(width: 8, height: 8).bytes

    @Test(arguments: ["tEXt", "zTXt", "iCCP"])
    func leavesOutWhatNoPixelDependsOn(name: String) {
        var file = HandPNG(width: 8, height: 8)
        file.append(name, [1, 2, 3])
        #expect(PNGChunks.needed(of: file.bytes) == head)
    }

    /// libpng takes a gigabyte for it before it sees that there is nothing.
    @Test(arguments: ["tEXt", "zTXt", "iCCP"])
    func leavesOutATextThatEndsBeyondTheFile(name: String) {
        let rest: [UInt8] = [0x40, 0, 0, 0] + Array(name.utf8) + [1, 2, 3, 4, 5]
        #expect(PNGChunks.needed(of: head + rest) == head)
    }

    @Test(arguments: ["IDAT", "PLTE", "tRNS", "IEND"])
    func leavesWhatIsNeededAndCutForTheDecoderToRefuse(name: String) {
        let rest: [UInt8] = [0, 0, 1, 0] + Array(name.utf8) + [1, 2, 3, 4, 5]
        #expect(PNGChunks.needed(of: head + rest) == head + rest)
    }

    @Test(arguments: [0, 1, 7])
    func leavesAnEndWithoutANameAsItIs(count: Int) {
        let rest = [UInt8](repeating: 0, count: count)
        #expect(PNGChunks.needed(of: head + rest) == head + rest)
    }
}
