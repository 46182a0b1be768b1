import TestSupport
import Testing
import Wire

@Suite struct KeysTests {
    @Test func takesBytesOfTheRightNumberOnly() {
        for count in [0, 7, 9, 31, 33, 63, 65] {
            let bytes = [UInt8](repeating: 1, count: count)
            #expect(KeyIdentifier(bytes) == nil)
            #expect(Signature(bytes) == nil)
            #expect(Digest(bytes) == nil)
            #expect(PublicKey(bytes, checkedBy: Practice.crypto) == nil)
        }
        #expect(KeyIdentifier([0, 1, 2, 3, 4, 5, 6, 255])?.bytes == [0, 1, 2, 3, 4, 5, 6, 255])
        #expect(Signature([UInt8](repeating: 9, count: 64))?.bytes.count == 64)
        #expect(Digest([UInt8](repeating: 9, count: 32))?.bytes.count == 32)
    }

    /// SHA-256 of the key, by a separate computation, first 8 bytes.
    @Test func namesAKeyByTheBeginningOfItsHash() {
        #expect(Practice.issuer.identifier.bytes == Practice.issuer.kid)
        #expect(Practice.issuer.identifier.description == "34750f98bd59fcfc")
    }

    @Test func ordersKeyIdentifiersAsTheirBytes() throws {
        let low = try #require(KeyIdentifier([0, 0xFF, 0, 0, 0, 0, 0, 0]))
        let high = try #require(KeyIdentifier([0x80, 0, 0, 0, 0, 0, 0, 0]))
        #expect(low < high)
        #expect(!(high < low))
    }
}

@Suite struct HexadecimalTests {
    @Test func writesAndReadsLowerCase() {
        #expect(Hexadecimal.encode([0x00, 0x9A, 0xFF] as [UInt8]) == "009aff")
        #expect(Hexadecimal.decode("009aff") == [0x00, 0x9A, 0xFF])
        #expect(Hexadecimal.decode("") == [])
    }

    @Test(arguments: ["0", "009", "9A", "0g", " 00", "0x00", "é0", "/0", ":0", "`0", "@0"])
    func refusesEverythingElse(text: String) {
        #expect(Hexadecimal.decode(text) == nil)
    }
}
