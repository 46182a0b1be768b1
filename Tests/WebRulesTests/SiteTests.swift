import Testing
import WebRules

@Suite struct SiteTests {
    private let site = Site.loopback(port: 8391)

    @Test(arguments: ["127.0.0.1:8391", "localhost:8391"])
    func takesEachOfItsNames(host: String) throws {
        try site.check(hosts: [host])
        try site.check(origins: ["http://\(host)"], fetchSites: ["same-origin"], hosts: [host])
    }

    @Test(arguments: [
        [], ["127.0.0.1:8391", "127.0.0.1:8391"], ["127.0.0.1:8391", "evil.example"], [""],
        ["evil.example"], ["evil.example:8391"], ["127.0.0.1"], ["127.0.0.1:8392"],
        ["127.0.0.1:8391.evil.example"], ["127.0.0.1:8391, evil.example"], [" 127.0.0.1:8391"],
        ["LOCALHOST:8391"], ["localhost.:8391"], ["http://127.0.0.1:8391"],
    ])
    func refusesAnyOtherHostAndTwoOfThem(hosts: [String]) {
        #expect(throws: WebRefusal.misdirected) { try site.check(hosts: hosts) }
    }

    @Test(arguments: [
        (["http://evil.example"], []), (["null"], []), (["https://127.0.0.1:8391"], []),
        (["http://localhost:8391"], []), ([""], []), (["http://127.0.0.1:8391/"], []),
        (["http://127.0.0.1:8391", "http://127.0.0.1:8391"], []), ([], ["cross-site"]),
        ([], ["same-site"]), (["http://127.0.0.1:8391"], ["cross-site"]), ([], [""]),
    ])
    func refusesWhatAPageOfAnotherSiteSends(origins: [String], fetchSites: [String]) {
        #expect(throws: WebRefusal.foreignOrigin) {
            try site.check(origins: origins, fetchSites: fetchSites, hosts: ["127.0.0.1:8391"])
        }
    }

    @Test func takesAProgramThatSendsNeitherField() throws {
        try site.check(origins: [], fetchSites: [], hosts: ["127.0.0.1:8391"])
    }

    @Test func takesAServerWithANameOfItsOwn() throws {
        let site = Site(origins: ["https://portail.example"])
        try site.check(hosts: ["portail.example"])
        try site.check(
            origins: ["https://portail.example"], fetchSites: [], hosts: ["portail.example"])
        #expect(throws: WebRefusal.misdirected) { try site.check(hosts: ["127.0.0.1:8391"]) }
        #expect(throws: WebRefusal.misdirected) {
            try Site(origins: ["portail.example"]).check(hosts: ["other.example"])
        }
    }
}
