internal import OpenIDConnect
package import PortalPages
package import PortalRules
internal import Threads
internal import Vault
package import Wire

/// The portal behind its routes: cookies and forms in, pages out (Spec/portal.md 2).
package final class PortalDesk: Sendable {
    let edges: PortalEdges
    let store = SessionStore()
    let directory: ProviderDirectory
    let clientTokens: ClientTokens
    /// Pages are drawn by a program that is waited for.
    let drawing = BlockingThreads()
    let crypto: any Hashing & SignatureChecking
    private let formSecret: [UInt8]

    package init(_ edges: PortalEdges, _ crypto: any Hashing & SignatureChecking) {
        self.edges = edges
        self.crypto = crypto
        directory = ProviderDirectory(edges.settings.provider, edges.caller, clock: edges.clock)
        clientTokens = ClientTokens(edges)
        formSecret = edges.random(32)
    }

    /// Those the portal was started with.
    package var settings: PortalSettings { edges.settings }

    /// A cookie that belongs to nothing yet: 256 bits.
    package func freshCookie() -> String { RandomText.base62(edges.random) }

    /// Whether a browser's cookie has the form of ours; any other is replaced.
    package static func isCookie(_ text: String) -> Bool {
        text.utf8.count == 43 && text.wholeMatch(of: /[0-9A-Za-z]+/) != nil
    }

    /// The text in every form of the pages of one cookie.
    ///
    /// Nobody without the secret of this start can make it, and each cookie has another.
    package func formToken(_ cookie: String) -> String { formToken(of: owner(cookie)) }

    /// How a page of one cookie leads to FranceConnect.
    package func loginForm(_ cookie: String) -> LoginForm {
        LoginForm(token: formToken(cookie), artwork: edges.artwork)
    }

    private func formToken(of owner: [UInt8]) -> String {
        Base64URL.text(crypto.sha256(formSecret + owner).bytes)
    }

    /// Throws `wrong-form` unless the token is that of the cookie, or `visit-ended` for one of a
    /// visit that another login of the same browser ended.
    package func checkForm(_ token: String?, _ cookie: String) throws(PortalFailure) {
        guard let token else { throw .wrongForm }
        guard !RandomText.areSame(token, formToken(cookie)) else { return }
        let link = earlier(token, cookie)?.link
        throw link.map { .visitEnded($0) } ?? .wrongForm
    }

    /// The same of a form that begins a login: any page is good that this browser was shown lately,
    /// because each tab has its own.
    package func checkLoginForm(_ token: String?, _ cookie: String) throws(PortalFailure) {
        guard let token else { throw .wrongForm }
        guard RandomText.areSame(token, formToken(cookie)) || earlier(token, cookie) != nil
        else { throw .wrongForm }
    }

    /// The cookie of this browser that a token is of.
    private func earlier(
        _ token: String, _ cookie: String
    ) -> (owner: [UInt8], link: DeepLink?)? {
        let owner = owner(cookie)
        return store.withLogins { $0.cookies(of: owner) }
            .first { RandomText.areSame(token, formToken(of: $0.owner)) }
    }

    /// Begins a login; returns the provider's address and the cookie of the login.
    ///
    /// `old` is the cookie until now: what it opened is wiped, and logins under way stay. `line` is
    /// kept in mind for after it, and `client` is counted (Spec/portal.md 3.6).
    package func begin(
        _ choice: PersonChoice?, line: StatusLine? = nil, old: String, client: [UInt8]? = nil
    ) async throws(PortalFailure) -> (address: String, cookie: String) {
        let snapshot = try await directory.current()
        files(old).wipe()
        store.close(owner(old))
        let request = LoginRequest(random: edges.random)
        let cookie = freshCookie()
        let login = OpenLogins.Login(
            request: request, choice: choice, line: line, client: client,
            begunAt: edges.clock().steadyMilliseconds)
        let (before, after) = (owner(old), owner(cookie))
        switch store.withLogins({ $0.begin(login, after: before, as: after) }) {
        case .begun: break
        case .full: throw .tooMany
        case .fullForClient: throw .tooManyLogins
        }
        let address = request.address(
            at: settings.provider, snapshot.metadata, scopes: settings.scopes(of: choice), crypto)
        return (address, cookie)
    }

    /// Wipes what is over; to be called every second.
    package func sweep() {
        let time = edges.clock()
        edges.vault.wipe(at: time)
        store.sweep(at: time)
    }

    /// Wipes everything, before the program ends.
    package func stop() { edges.vault.wipeAll() }

    func owner(_ cookie: String) -> [UInt8] { crypto.sha256(Array(cookie.utf8)).bytes }

    func files(_ cookie: String) -> PersonFiles {
        PersonFiles(edges.vault, of: owner(cookie))
    }

    func session(_ cookie: String) throws(PortalFailure) -> SessionStore.Session {
        guard let session = store.session(of: owner(cookie), at: edges.clock()) else {
            throw .noSession
        }
        return session
    }

    /// Wipes everything that a browser has here.
    func forget(_ cookie: String) {
        files(cookie).wipe()
        for owner in store.leave(owner(cookie)) { edges.vault.wipe(owner: owner) }
    }
}
