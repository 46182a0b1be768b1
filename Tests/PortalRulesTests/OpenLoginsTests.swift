import OpenIDConnect
import PortalRules
import Testing
import WebRules

/// Which browser may end which login, and how many are under way (Spec/portal.md 3.6).
@Suite struct OpenLoginsTests {
    /// With a state of its own.
    private static func login(
        of client: [UInt8]? = nil, at time: Int64 = 0
    ) -> OpenLogins.Login {
        OpenLogins.Login(
            request: LoginRequest { count in (0..<count).map { _ in .random(in: 0...255) } },
            choice: nil, line: nil, client: client, begunAt: time)
    }

    private static func cookie(_ number: Int) -> [UInt8] {
        [16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    @Test func findsEachLoginOfABrowserByItsStateUnderEveryCookieItHadLately() {
        var logins = OpenLogins()
        let (first, second) = (Self.login(), Self.login())
        _ = logins.begin(first, after: Self.cookie(0), as: Self.cookie(1))
        _ = logins.begin(second, after: Self.cookie(1), as: Self.cookie(2))
        logins.visit(nil, after: Self.cookie(2), as: Self.cookie(3), at: 0)
        for cookie in 0...3 {
            for login in [first, second] {
                let found = logins.login(
                    of: login.request.state, in: Self.cookie(cookie), at: 599_999)
                #expect(found?.request == login.request)
            }
        }
        #expect(logins.login(of: Self.login().request.state, in: Self.cookie(3), at: 0) == nil)
    }

    @Test func findsNothingOfAnotherBrowser() {
        var logins = OpenLogins()
        let login = Self.login()
        _ = logins.begin(login, after: Self.cookie(0), as: Self.cookie(1))
        _ = logins.begin(Self.login(), after: Self.cookie(8), as: Self.cookie(9))
        for other in [8, 9, 10] {
            #expect(logins.login(of: login.request.state, in: Self.cookie(other), at: 0) == nil)
            let used = logins.use(login.request.state, in: Self.cookie(other))
            #expect(!used)
        }
        #expect(!logins.cookies(of: Self.cookie(9)).contains { $0.owner == Self.cookie(1) })
    }

    @Test func usesALoginOnceAndEndsOneThatCameToNothing() {
        var logins = OpenLogins()
        let (first, second) = (Self.login(), Self.login())
        _ = logins.begin(first, after: Self.cookie(0), as: Self.cookie(1))
        _ = logins.begin(second, after: Self.cookie(1), as: Self.cookie(2))
        for expected in [true, false] {
            let used = logins.use(first.request.state, in: Self.cookie(2))
            #expect(used == expected)
        }
        #expect(logins.login(of: first.request.state, in: Self.cookie(2), at: 0)?.isUsed == true)
        logins.end(second.request.state, in: Self.cookie(2))
        #expect(logins.login(of: second.request.state, in: Self.cookie(2), at: 0) == nil)
        #expect(logins.count == 1)
    }

    @Test func dropsTheOldestOfABrowserThatBeginsMoreThanEight() {
        var logins = OpenLogins()
        let begun = (0..<10).map { _ in Self.login() }
        for (number, login) in begun.enumerated() {
            _ = logins.begin(login, after: Self.cookie(number), as: Self.cookie(number + 1))
        }
        let found = begun.map {
            logins.login(of: $0.request.state, in: Self.cookie(10), at: 0) != nil
        }
        #expect(found == [false, false] + [Bool](repeating: true, count: 8))
        #expect(logins.count == 8)
        // A browser that goes on and on is known by its last cookies only.
        for number in 10..<100 {
            logins.visit(nil, after: Self.cookie(number), as: Self.cookie(number + 1), at: 0)
        }
        #expect(logins.cookies(of: Self.cookie(100)).count == 16)
        #expect(logins.cookies(of: Self.cookie(10)).isEmpty)
    }

    @Test func keepsOneClientFromTakingAllPlaces() {
        var logins = OpenLogins()
        var begun: [OpenLogins.Login] = []
        func begin(of client: [UInt8]?, _ number: Int) -> OpenLogins.Beginning {
            let login = Self.login(of: client)
            let result = logins.begin(
                login, after: Self.cookie(2 * number), as: Self.cookie(2 * number + 1))
            if result == .begun { begun.append(login) }
            return result
        }
        for number in 0..<256 { #expect(begin(of: [192, 0, 2, 7], number) == .begun) }
        #expect(begin(of: [192, 0, 2, 7], 256) == .fullForClient)
        #expect(begin(of: [192, 0, 2, 8], 257) == .begun)
        #expect(begin(of: nil, 258) == .begun)
        // A login that ends, whatever it came to, makes room.
        let used = logins.use(begun[0].request.state, in: Self.cookie(1))
        #expect(used)
        logins.end(begun[1].request.state, in: Self.cookie(2))
        logins.forget(Self.cookie(4))
        for number in 300..<303 { #expect(begin(of: [192, 0, 2, 7], number) == .begun) }
        #expect(begin(of: [192, 0, 2, 7], 303) == .fullForClient)
        // So does time, and one that was used does not count twice.
        logins.sweep(at: 600_000)
        #expect(logins.count == 0)
        for number in 400..<656 { #expect(begin(of: [192, 0, 2, 7], number) == .begun) }
        #expect(begin(of: [192, 0, 2, 7], 656) == .fullForClient)
    }

    @Test func isFullAtSoManyOfAll() {
        var logins = OpenLogins()
        let login = Self.login()
        for number in 0..<OpenLogins.limit {
            let begun = logins.begin(
                login, after: Self.cookie(2 * number), as: Self.cookie(2 * number + 1))
            guard begun == .begun else {
                Issue.record("full at \(number)")
                return
            }
        }
        let last = 2 * OpenLogins.limit
        let more = logins.begin(
            login, after: Self.cookie(last), as: Self.cookie(last + 1))
        #expect(more == .full)
    }

    @Test func forgetsALoginAfterTenMinutesAndABrowserWithItsLast() {
        var logins = OpenLogins()
        let (first, second) = (Self.login(at: 0), Self.login(at: 400_000))
        _ = logins.begin(first, after: Self.cookie(0), as: Self.cookie(1))
        _ = logins.begin(second, after: Self.cookie(1), as: Self.cookie(2))
        #expect(logins.login(of: first.request.state, in: Self.cookie(2), at: 600_000) == nil)
        logins.sweep(at: 600_000)
        #expect(logins.count == 1)
        #expect(logins.login(of: second.request.state, in: Self.cookie(0), at: 999_999) != nil)
        logins.sweep(at: 1_000_000)
        #expect(logins.count == 0)
        #expect(logins.cookies(of: Self.cookie(2)).isEmpty)
    }

    @Test func remembersWhatTheVisitOfACookieWasFor() throws {
        let settings = try PortalSettings.practice(procedures: [])
        let query = try #require(FormFields(""))
        let link = try #require(DeepLink(query, among: settings.procedures))
        var logins = OpenLogins()
        _ = logins.begin(Self.login(), after: Self.cookie(0), as: Self.cookie(1))
        logins.visit(link, after: Self.cookie(1), as: Self.cookie(2), at: 0)
        logins.visit(nil, after: Self.cookie(2), as: Self.cookie(3), at: 0)
        #expect(logins.cookies(of: Self.cookie(3)).map(\.link) == [nil, nil, link, nil])
        logins.forget(Self.cookie(3))
        #expect(logins.cookies(of: Self.cookie(2)).isEmpty)
    }
}
