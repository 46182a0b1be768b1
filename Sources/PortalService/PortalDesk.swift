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
    package func formToken(_ cookie: String) -> String {
        Base64URL.text(crypto.sha256(formSecret + Array(cookie.utf8)).bytes)
    }

    /// Throws `wrong-form` unless the token is that of the cookie.
    package func checkForm(_ token: String?, _ cookie: String) throws(PortalFailure) {
        guard let token, RandomText.areSame(token, formToken(cookie)) else { throw .wrongForm }
    }

    /// Begins a login; returns the provider's address and the cookie of the login.
    ///
    /// `old` is the cookie until now: what it opened is wiped. `line` is kept in mind for after it.
    package func begin(
        _ choice: PersonChoice?, line: StatusLine? = nil, old: String
    ) async throws(PortalFailure) -> (address: String, cookie: String) {
        let snapshot = try await directory.current()
        forget(old)
        let request = LoginRequest(random: edges.random)
        let cookie = freshCookie()
        let login = SessionStore.Login(
            request: request, choice: choice, line: line,
            begunAt: edges.clock().steadyMilliseconds)
        guard store.begin(login, for: owner(cookie)) else { throw .tooMany }
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

    func forget(_ cookie: String) {
        files(cookie).wipe()
        store.close(owner(cookie))
    }
}
