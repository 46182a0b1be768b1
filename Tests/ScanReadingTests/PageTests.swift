import ScanReading
import TestSupport
import Testing

@Suite struct PageTests {
    private func header(_ text: String) throws -> PageHeader? {
        var rest = Array(text.utf8)[...]
        return try PageHeader { rest.popFirst() }
    }

    @Test func readsAHeadAndNothingAfterIt() throws {
        var rest = Array("P5\n2480 3508\n255\nxyz".utf8)[...]
        let header = try PageHeader { rest.popFirst() }
        #expect(header?.width == 2480)
        #expect(header?.height == 3508)
        #expect(Array(rest) == Array("xyz".utf8))
    }

    @Test func sayNothingAtTheEndOfTheStream() throws {
        #expect(try header("") == nil)
    }

    @Test(arguments: [
        "P", "P5", "P5\n1 1\n255", "P6\n1 1\n255\n", "P5\n1 1\n65535\n", "P5\n0 1\n255\n",
        "P5\n-1 1\n255\n", "P5\n1 x\n255\n", "P5\n# comment\n1 1\n255\n",
        "P5\n11111111111111111111 1\n255\n", "P5 00000000000000000000000000000001 1 255 ",
    ])
    func refusesWhatIsNoHead(text: String) {
        #expect(throws: PictureRefusal.damaged) { try header(text) }
    }

    @Test(arguments: ["P5\n20001 1\n255\n", "P5\n20000 2001\n255\n"])
    func refusesAPageBeyondTheCaps(text: String) {
        #expect(throws: PictureRefusal.tooLarge) { try header(text) }
    }

    @Test func readsTheCodesOfAPage() throws {
        var canvas = Canvas(width: 400, height: 360)
        try canvas.draw(sampleText(count: 284), left: 40, top: 30)
        let header = try #require(try header("P5\n400 360\n255\n"))
        var search = PageSearch(seeking: "JF")
        let pixels = canvas.rows.flatMap(\.self)
        #expect(try search.texts(onPage: pixels, header) == [sampleText(count: 284)])
        #expect(throws: PictureRefusal.damaged) {
            try search.texts(onPage: Array(pixels.dropLast()), header)
        }
    }

    @Test(arguments: [
        (32, 32, false), (32, 33, true), (33, 0, true), (0, 64, false), (0, 65, true),
    ])
    func countsThePagesThatAreNotBlank(_ written: Int, _ blank: Int, _ isTooMany: Bool) throws {
        let full = try #require(try header("P5\n100 100\n255\n"))
        let empty = try #require(try header("P5\n200 200\n255\n"))
        var search = PageSearch(seeking: "JF1:")
        var speck = [UInt8](repeating: 255, count: 40_000)
        speck[850] = 0
        let black = (0..<10_000).map { UInt8($0 % 2 * 255) }
        for page in 0..<(written + blank) {
            let isWritten = page < written
            _ = try search.texts(onPage: isWritten ? black : speck, isWritten ? full : empty)
        }
        #expect(search.hasTooManyPages == isTooMany)
    }
}
