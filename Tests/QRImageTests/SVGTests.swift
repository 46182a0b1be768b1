import QRImage
import TestSupport
import Testing

@Suite struct SVGTests {
    @Test func hasTheSizeOfTheDefaultPrint() throws {
        let code = try QRCode(alphanumeric: sampleText(count: 284))
        // 65 modules and 8 of quiet zone, 0.508 mm each.
        let svg = code.svg()
        #expect(svg.contains(#"width="37.084mm" height="37.084mm" viewBox="0 0 73 73""#))
    }

    @Test func saysWhatItIsToAPersonWhoCannotSeeIt() throws {
        let svg = try QRCode(alphanumeric: "JF1:A").svg()
        #expect(svg.contains(#"role="img""#))
        #expect(svg.contains("<title>Justificatif, code QR à contrôler au guichet</title>"))
    }

    @Test func holdsItsTextWhereNobodyReadsItOutIfItShall() throws {
        let code = try QRCode(alphanumeric: "JF1:A")
        #expect(code.svg(text: "JF1:A").contains("</title>\n<metadata>JF1:A</metadata>\n<rect "))
        #expect(!code.svg().contains("metadata"))
    }

    @Test func hasAWhiteGroundThroughTheQuietZone() throws {
        let svg = try QRCode(alphanumeric: "JF1:A").svg()
        #expect(svg.contains(##"<rect width="29" height="29" fill="#fff"/>"##))
    }

    @Test(arguments: [1, 284, 964])
    func drawsEveryDarkModuleOnceAndNoOther(count: Int) throws {
        let code = try QRCode(alphanumeric: sampleText(count: count))
        var drawn = Set<[Int]>()
        for run in darkRuns(of: code.svg()) {
            for column in run.column..<(run.column + run.length) {
                #expect(drawn.insert([run.row, column]).inserted)
            }
        }
        for row in 0..<code.side {
            for column in 0..<code.side {
                let isDrawn = drawn.remove([row + 4, column + 4]) != nil
                #expect(isDrawn == code.isDark(row: row, column: column))
            }
        }
        #expect(drawn.isEmpty)
    }

    @Test(
        .enabled(
            if: Tool.isInstalled("rsvg-convert") && Tool.isInstalled("zbarimg"),
            "librsvg2-bin or zbar-tools is not installed"))
    func isReadByZbarOnceRendered() throws {
        let text = sampleText(count: 284)
        let svg = ScratchFile(Array(try QRCode(alphanumeric: text).svg().utf8))
        let command =
            "rsvg-convert -d 300 -p 300 \(svg.path) "
            + "| zbarimg -q --raw -Sdisable -Sqrcode.enable - 2>/dev/null"
        #expect(String(decoding: Tool.output(of: command), as: UTF8.self) == text + "\n")
    }
}

private struct Run {
    let column: Int
    let row: Int
    let length: Int
}

/// The rectangles of the path, each written `Mx yhNv1h-Nz`.
private func darkRuns(of svg: String) -> [Run] {
    guard let path = svg.split(separator: #"d=""#).last?.split(separator: "\"").first else {
        return []
    }
    return path.split(separator: "M").compactMap { rectangle in
        let numbers = rectangle.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 5, numbers[2] == numbers[4], numbers[3] == 1 else { return nil }
        return Run(column: numbers[0], row: numbers[1], length: numbers[2])
    }
}
