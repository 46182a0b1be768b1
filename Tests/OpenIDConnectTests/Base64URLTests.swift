import OpenIDConnect
import Testing

@Suite struct Base64URLTests {
    /// RFC 7515, appendix C.
    @Test func writesTheExampleOfTheStandard() {
        let bytes: [UInt8] = [3, 236, 255, 224, 193]
        #expect(Base64URL.text(bytes) == "A-z_4ME")
        #expect(Base64URL.bytes("A-z_4ME") == bytes)
    }

    @Test(arguments: ["A", "AA=", "AA==", "A+z/", "AB", "A z_", "AAB"])
    func refusesEveryOtherForm(text: String) {
        #expect(Base64URL.bytes(text) == nil)
    }

    @Test func readsBackEveryLength() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 73) }
            #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
        }
    }
}
