package import OpenIDConnect

/// Logins under way: which browser may end which, and how many there are (Spec/portal.md 3.6).
///
/// A browser is known by the cookies that it had lately, each as its SHA-256: every step gives it
/// another. Nothing of a person is here.
package struct OpenLogins: Sendable {
    /// More than a server takes requests in the time of a login, so that nobody is refused because
    /// others only begin.
    package static let limit = 65_536
    /// Of the clients of one prefix.
    package static let clientLimit = 256
    /// Of one browser; the oldest makes room.
    package static let browserLimit = 8
    /// How long a login may take, in milliseconds.
    package static let time: Int64 = 600_000
    /// How many cookies of a browser are known.
    private static let cookieLimit = 2 * browserLimit

    /// One that was begun: what its callback is held against, and what it is for.
    package struct Login: Sendable {
        package let request: LoginRequest
        /// Nil for a person who only wants to find theirs again.
        package let choice: PersonChoice?
        /// What a partner answered, which the login keeps.
        package let line: StatusLine?
        /// What the client shares with its neighbours; nil if the server in front names no client.
        package let client: [UInt8]?
        /// Of the steady clock, in milliseconds.
        package let begunAt: Int64
        /// A callback that comes twice is no error.
        package fileprivate(set) var isUsed = false

        package init(
            request: LoginRequest, choice: PersonChoice?, line: StatusLine?, client: [UInt8]?,
            begunAt: Int64
        ) {
            self.request = request
            self.choice = choice
            self.line = line
            self.client = client
            self.begunAt = begunAt
        }
    }

    /// What became of a wish to log in.
    package enum Beginning: Sendable { case begun, full, fullForClient }

    private struct Cookie {
        let owner: [UInt8]
        /// What the visit that it belongs to is for.
        var link: DeepLink?
    }

    /// Of both the oldest first.
    private struct Browser {
        var cookies: [Cookie] = []
        var logins: [Login] = []
        /// When it began a login or a visit.
        var lastAt: Int64
    }

    private var browsers: [Int: Browser] = [:]
    private var browserOfCookie: [[UInt8]: Int] = [:]
    private var lastBrowser = 0
    /// Logins of each client that are not used.
    private var countOfClient: [[UInt8]: Int] = [:]
    /// All that are kept, those that are used as well.
    package private(set) var count = 0

    package init() {}

    /// Begins a login in the browser that had the cookie `old`, and has `fresh` from now on.
    package mutating func begin(
        _ login: Login, after old: [UInt8], as fresh: [UInt8]
    ) -> Beginning {
        guard max(count, browsers.count) < OpenLogins.limit else { return .full }
        if let client = login.client,
            countOfClient[client, default: 0] >= OpenLogins.clientLimit
        {
            return .fullForClient
        }
        let number = follow(fresh, after: old, at: login.begunAt)
        if let logins = browsers[number]?.logins, logins.count >= OpenLogins.browserLimit {
            remove(logins.firstIndex { $0.isUsed } ?? 0, of: number)
        }
        browsers[number]?.logins.append(login)
        count += 1
        if let client = login.client { countOfClient[client, default: 0] += 1 }
        return .begun
    }

    /// The login of a state, if a browser with this cookie began it less than ten minutes ago.
    package func login(of state: String, in cookie: [UInt8], at now: Int64) -> Login? {
        browser(cookie)?.logins.first {
            RandomText.areSame($0.request.state, state) && now - $0.begunAt < OpenLogins.time
        }
    }

    /// Marks a login as used; false if it was before, or is not there.
    package mutating func use(_ state: String, in cookie: [UInt8]) -> Bool {
        guard let (number, place) = place(state, cookie),
            let login = browsers[number]?.logins[place], !login.isUsed
        else { return false }
        browsers[number]?.logins[place].isUsed = true
        release(login.client)
        return true
    }

    /// Forgets a login that came to nothing.
    package mutating func end(_ state: String, in cookie: [UInt8]) {
        guard let (number, place) = place(state, cookie) else { return }
        remove(place, of: number)
    }

    /// The browser that had the cookie `old` has `fresh` from now on, for a visit to `link`.
    package mutating func visit(
        _ link: DeepLink?, after old: [UInt8], as fresh: [UInt8], at now: Int64
    ) {
        let number = follow(fresh, after: old, at: now)
        let last = (browsers[number]?.cookies.count ?? 1) - 1
        browsers[number]?.cookies[last].link = link
    }

    /// The cookies that the browser of one had lately, each with what its visit was for.
    package func cookies(of cookie: [UInt8]) -> [(owner: [UInt8], link: DeepLink?)] {
        browser(cookie)?.cookies.map { ($0.owner, $0.link) } ?? []
    }

    /// Forgets a browser and all that it began.
    package mutating func forget(_ cookie: [UInt8]) {
        guard let number = browserOfCookie[cookie], let browser = browsers[number] else { return }
        for login in browser.logins where !login.isUsed { release(login.client) }
        count -= browser.logins.count
        for cookie in browser.cookies { browserOfCookie[cookie.owner] = nil }
        browsers[number] = nil
    }

    /// Forgets logins whose time is over, and browsers that begin nothing any more.
    package mutating func sweep(at now: Int64) {
        for (number, browser) in browsers {
            if now - browser.lastAt >= OpenLogins.time, let cookie = browser.cookies.first {
                forget(cookie.owner)
                continue
            }
            let old = browser.logins.prefix { now - $0.begunAt >= OpenLogins.time }.count
            for _ in 0..<old { remove(0, of: number) }
        }
    }

    private func browser(_ cookie: [UInt8]) -> Browser? {
        browserOfCookie[cookie].flatMap { browsers[$0] }
    }

    private func place(_ state: String, _ cookie: [UInt8]) -> (browser: Int, login: Int)? {
        guard let number = browserOfCookie[cookie],
            let place = browsers[number]?.logins.firstIndex(where: {
                RandomText.areSame($0.request.state, state)
            })
        else { return nil }
        return (number, place)
    }

    /// The number of the browser that had `old`, a new one if none had.
    private mutating func follow(
        _ fresh: [UInt8], after old: [UInt8], at now: Int64
    ) -> Int {
        let number: Int
        if let known = browserOfCookie[old] {
            number = known
            browsers[number]?.lastAt = now
        } else {
            lastBrowser += 1
            number = lastBrowser
            browsers[number] = Browser(lastAt: now)
            add(old, to: number)
        }
        add(fresh, to: number)
        return number
    }

    private mutating func add(_ cookie: [UInt8], to number: Int) {
        browserOfCookie[cookie] = number
        browsers[number]?.cookies.append(Cookie(owner: cookie))
        if let cookies = browsers[number]?.cookies, cookies.count > OpenLogins.cookieLimit {
            browserOfCookie[cookies[0].owner] = nil
            browsers[number]?.cookies.removeFirst()
        }
    }

    private mutating func remove(_ place: Int, of number: Int) {
        guard let login = browsers[number]?.logins.remove(at: place) else { return }
        count -= 1
        if !login.isUsed { release(login.client) }
    }

    private mutating func release(_ client: [UInt8]?) {
        guard let client, let count = countOfClient[client] else { return }
        countOfClient[client] = count > 1 ? count - 1 : nil
    }
}
