internal import OpenIDConnect
internal import PortalRules
internal import SigningMessages
internal import Synchronization
internal import Vault

/// Logins that were begun, and sessions: what is known of a cookie, which is kept as its SHA-256.
///
/// Nothing of a person is here; that is in the vault under the same key.
final class SessionStore: Sendable {
    /// The most logins that are under way at once: more than the server takes requests in the
    /// time of a login, so that nobody is refused because others only begin.
    static let loginLimit = 65_536
    /// How long a login may take, in milliseconds.
    static let loginTime: Int64 = 600_000

    struct Login {
        let request: LoginRequest
        /// Nil for a person who only wants to find theirs again.
        let choice: PersonChoice?
        /// What a partner answered, which the person wants to keep after the login.
        let line: StatusLine?
        let begunAt: Int64
        /// A callback that comes twice is no error.
        var isUsed = false
    }

    /// A fact that was chosen; its number is its place, from 1.
    struct Asked {
        let fact: OfferedFact
        /// One for each thing a person may agree to: a reload never signs twice.
        let key: RequestKey
        /// Why there is nothing to sign; nil if there is.
        var problem: DatumState?
    }

    struct Session {
        let choice: PersonChoice?
        let line: StatusLine?
        var asked: [Asked]
        /// Whether the person had what was signed handed to the partner.
        var isSent = false
        let deadline: VaultDeadline
    }

    private struct State {
        var logins: [[UInt8]: Login] = [:]
        var sessions: [[UInt8]: Session] = [:]
    }

    private let state = Mutex(State())

    /// False if there are too many.
    func begin(_ login: Login, for owner: [UInt8]) -> Bool {
        state.withLock { state in
            guard state.logins.count < SessionStore.loginLimit else { return false }
            state.logins[owner] = login
            return true
        }
    }

    func login(of owner: [UInt8], at time: VaultTime) -> Login? {
        state.withLock { state in
            state.logins[owner].flatMap {
                time.steadyMilliseconds - $0.begunAt < SessionStore.loginTime ? $0 : nil
            }
        }
    }

    /// Marks a login as used; false if it was before.
    func use(_ owner: [UInt8]) -> Bool {
        state.withLock { state in
            guard let login = state.logins[owner], !login.isUsed else { return false }
            state.logins[owner]?.isUsed = true
            return true
        }
    }

    func open(_ session: Session, for owner: [UInt8]) {
        state.withLock { $0.sessions[owner] = session }
    }

    /// Changes a session that is open; nothing happens if there is none.
    func change(_ owner: [UInt8], _ change: (inout Session) -> Void) {
        state.withLock { state in
            guard var session = state.sessions[owner] else { return }
            change(&session)
            state.sessions[owner] = session
        }
    }

    /// Nil if there is none or its time is over.
    func session(of owner: [UInt8], at time: VaultTime) -> Session? {
        state.withLock { state in
            state.sessions[owner].flatMap { $0.deadline.hasPassed(at: time) ? nil : $0 }
        }
    }

    func close(_ owner: [UInt8]) {
        state.withLock { state in
            state.sessions[owner] = nil
            state.logins[owner] = nil
        }
    }

    /// Forgets what is over.
    func sweep(at time: VaultTime) {
        state.withLock { state in
            state.sessions = state.sessions.filter { !$1.deadline.hasPassed(at: time) }
            state.logins = state.logins.filter {
                time.steadyMilliseconds - $1.begunAt < SessionStore.loginTime
            }
        }
    }
}
