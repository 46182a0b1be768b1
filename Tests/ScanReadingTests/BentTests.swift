import QRImage
import TestSupport
import Testing

@testable import ScanReading

/// Codes on paper that was folded, and codes without a margin.
@Suite struct BentTests {
    /// A code seen on panels of unlike slope and light: a share of the way across, and of the way
    /// down, what follows looks shorter and darker.
    private static func folded(
        _ text: String, at creases: [Double], shorter: Double
    ) throws -> [UInt8] {
        let code = try QRCode(alphanumeric: text)
        let scale = 5.0
        let margin = 60
        let side = Int(Double(code.side) * scale) + 2 * margin
        // The place on the flat sheet, in modules, and how many creases lie before it.
        func place(_ pixel: Int) -> (module: Int, panel: Int) {
            var seen = (Double(pixel - margin) + 0.5) / scale
            var flat = 0.0
            for (panel, crease) in (creases + [10]).enumerated() {
                let width = crease * Double(code.side) - flat
                let looks = panel % 2 == 1 ? shorter : 1
                if seen < width * looks || panel == creases.count {
                    return (Int((flat + seen / looks).rounded(.down)), panel)
                }
                seen -= width * looks
                flat += width
            }
            return (-1, 0)
        }
        var canvas = Canvas(width: side, height: side)
        canvas = canvas.changed { _, column, row in
            let (across, down) = (place(column), place(row))
            let isInside =
                (0..<code.side).contains(across.module)
                && (0..<code.side).contains(down.module)
            let isDark = isInside && code.isDark(row: down.module, column: across.module)
            let light = 1 - 0.25 * Double(across.panel % 2 + down.panel % 2)
            return UInt8((isDark ? 30 : 230) * light)
        }
        return canvas.png
    }

    @Test(arguments: [[0.4], [0.3, 0.7]], [150, 220, 284, 350])
    func readsAFoldedCode(creases: [Double], count: Int) throws {
        let text = sampleText(count: count)
        let png = try Self.folded(text, at: creases, shorter: 0.88)
        #expect(try texts(inPicture: png) == [text])
        let picture = try GreyPicture(file: png)
        #expect(try Look.thorough.codes(in: picture).isEmpty, "the decoder alone reads it")
    }

    @Test(arguments: [0, 18, 30, 60, 90] as [UInt8])
    func readsACodeWithoutAMarginOnADarkScreen(ground: UInt8) throws {
        let text = sampleText(count: 284)
        let code = try QRCode(alphanumeric: text)
        let scale = 12
        let screen = Canvas(width: 1_080, height: 1_400).changed { _, column, row in
            let (across, down) = ((column - 90) / scale, (row - 300) / scale)
            guard column >= 90, row >= 300, across < code.side, down < code.side else {
                return ground
            }
            return code.isDark(row: down, column: across) ? 0 : 255
        }
        #expect(try texts(inPicture: screen.png) == [text])
    }

    /// ISO/IEC 18004, table E.1.
    @Test(
        arguments: [
            2: [6, 18], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42], 9: [6, 26, 46],
            10: [6, 28, 50],
            11: [6, 30, 54], 12: [6, 32, 58], 13: [6, 34, 62], 14: [6, 26, 46, 66],
            15: [6, 26, 48, 70], 18: [6, 30, 56, 82], 22: [6, 26, 50, 74, 98],
        ] as [Int: [Float]])
    func knowsWhereAlignmentMarksAre(version: Int, marks: [Float]) {
        #expect(AlignmentKnots.middles(version: version) == marks.map { $0 + 0.5 })
    }

    /// Nothing to see, and nothing that is near enough to the edge to be looked at beyond it.
    @Test(arguments: [(1, 1), (7, 7), (1, 300), (300, 1), (60, 60)])
    func readsNothingInLittle(width: Int, height: Int) throws {
        var generator = RunSeed.generator(17)
        let canvas = Canvas(width: width, height: height).changed { _, _, _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        #expect(try BentCodes.codes(in: GreyPicture(file: canvas.png)).isEmpty)
    }
}
