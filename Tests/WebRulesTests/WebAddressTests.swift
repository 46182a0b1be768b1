import Testing
import WebRules

@Suite struct WebAddressTests {
    @Test func readsOriginAndHost() throws {
        let address = try #require(WebAddress("https://a.example:8443/b?c=d"))
        #expect(address.origin == "https://a.example:8443")
        #expect(!address.isLoopback)
        #expect(WebAddress("http://127.0.0.1:80/")?.isLoopback == true)
        #expect(WebAddress("http://localhost/")?.origin == "http://localhost")
    }

    @Test(arguments: [
        "http://a.example/", "ftp://127.0.0.1/", "https://", "https:///a", "//a.example/",
        "https://a@b.example/", "https://a.example:0/", "https://a.example:65536/",
        "https://a.example:+1/", "https://a.example/#b", "https://a.example/ b",
        "https://a.example\\b", "https://A.example/", "https://[::1]/", "https://é.example/",
        "http://127.0.0.1.evil.example/", "http://localhost@evil.example/",
        "https://a.example/\r\nX: y",
    ])
    func refusesEveryOtherAddress(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test func addsParametersBehindItsOwn() throws {
        let address = try #require(WebAddress("https://a.example/b?c=d"))
        #expect(address.adding([("e", "f g")]) == "https://a.example/b?c=d&e=f%20g")
        let bare = try #require(WebAddress("https://a.example/b"))
        #expect(bare.adding([("e", "é")]) == "https://a.example/b?e=%C3%A9")
    }
}
