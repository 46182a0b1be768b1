import Testing

@testable import ScanReading

@Suite struct FoundTextsTests {
    private func added(_ codes: [FoundCode]) -> FoundTexts {
        var found = FoundTexts(pixels: 1_000)
        found.add(codes)
        return found
    }

    private func code(_ text: String, area: Int = 0, isQRCode: Bool = true) -> FoundCode {
        FoundCode(
            text: text, area: area, box: PictureBox(columns: 0..<1, rows: 0..<1),
            isQRCode: isQRCode)
    }

    @Test func keepsTheOrderAndDropsRepetitions() {
        #expect(added(["B", "A", "B", "C"].map { code($0) }).texts == ["B", "A", "C"])
    }

    @Test func givesAtMostEightTexts() {
        let names = (0..<9).map(String.init)
        #expect(added(names.prefix(8).map { code($0) }).texts.count == 8)
        #expect(added(names.map { code($0) }).texts == Array(names.prefix(8)))
    }

    @Test func cutsALongTextAtAWholeScalar() {
        let longest = String(repeating: "A", count: 4_296)
        #expect(added([code(longest)]).texts == [longest])
        #expect(added([code(longest + "B")]).texts == [longest])
        let accented = String(repeating: "A", count: 4_295) + "é"
        #expect(added([code(accented)]).texts == [String(repeating: "A", count: 4_295)])
        let whole = String(repeating: "A", count: 4_294) + "é"
        #expect(added([code(whole + "é")]).texts == [whole])
    }

    @Test func isSureOnlyOfAQRCodeThatCoversHalf() {
        #expect(added([code("A", area: 500)]).isSure)
        #expect(!added([code("A", area: 499)]).isSure)
        #expect(!added([code("A", area: 900, isQRCode: false)]).isSure)
        #expect(!added([]).isSure)
    }

    @Test func knowsWhetherWhatIsSoughtWasFound() {
        #expect(added([code("JF1:A")]).hasQRCode(beginningWith: "JF"))
        #expect(added([code("HC1:A")]).hasQRCode(beginningWith: ""))
        #expect(!added([code("HC1:A")]).hasQRCode(beginningWith: "JF"))
        #expect(!added([code("JF1:A", isQRCode: false)]).hasQRCode(beginningWith: ""))
    }
}
