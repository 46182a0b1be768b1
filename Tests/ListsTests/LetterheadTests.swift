import Lists
import TestSupport
import Testing
import Wire

/// What a page shows of an issuer, and no verifier asks for (Spec/lists.md 3.2).
@Suite struct LetterheadTests {
    private static func letterhead(_ pairs: [(UInt64, [UInt8])]) throws -> Letterhead {
        let payload = HandTrustList.with { list in
            list.issuers[0] += pairs.map { (HandWriter.unsigned($0.0), $0.1) }
        }
        return try TrustListContentTests.read(payload).issuers[0].letterhead
    }

    @Test func isReadFromTheKeys64And65() throws {
        let address = HandWriter.text("1 rue du Port\n59000 Lille")
        let letterhead = try Self.letterhead([
            (64, address), (65, HandWriter.bytes(Sample.logoFile)),
        ])
        #expect(letterhead.address == "1 rue du Port\n59000 Lille")
        #expect(letterhead.logo == Sample.logo)
        #expect(try Self.letterhead([]) == Letterhead())
    }

    /// A later version may mean something else by these keys.
    @Test(
        arguments: [
            HandWriter.null, HandWriter.unsigned(1), HandWriter.text(""), HandWriter.text("a\tb"),
            HandWriter.text(String(repeating: "a", count: 301)), HandWriter.bytes([1, 2, 3]),
            HandWriter.bytes([UInt8](repeating: 0, count: 5_000)),
        ])
    func isEmptyWhereTheValuesHaveAnotherForm(value: [UInt8]) throws {
        #expect(try Self.letterhead([(64, value), (65, value)]) == Letterhead())
    }

    @Test func isWrittenAsItIsRead() throws {
        let letterhead = Letterhead(address: "1 rue du Port", logo: Sample.logo)
        let issuer = TrustBuilder.issuer(letterhead: letterhead)
        var builder = TrustBuilder()
        builder.issuers = [issuer]
        #expect(try TrustListContentTests.read(builder.content.payload).issuers == [issuer])
    }

    @Test func aLogoIsASmallPNG() {
        let file = Sample.logoFile
        #expect(Logo(png: file)?.width == 60)
        #expect(Logo(png: file)?.height == 20)
        #expect(Logo(png: []) == nil)
        #expect(Logo(png: Array(file.dropLast())) == nil)
        #expect(Logo(png: Array(file.dropFirst())) == nil)
        let long = file.dropLast(12) + [UInt8](repeating: 0, count: 4_096) + file.suffix(12)
        #expect(Logo(png: Array(long)) == nil)
        // Width is at 16 and height at 20, four bytes each.
        for (place, value) in [(17, UInt8(1)), (18, 3), (19, 0), (22, 1), (23, 0), (20, 0x80)] {
            var other = file
            other[place] = value
            #expect(Logo(png: other) == nil)
        }
    }
}
