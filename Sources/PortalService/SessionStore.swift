internal import PortalRules
internal import Proofs
internal import SigningMessages
internal import Synchronization
internal import Vault

/// Logins that were begun, and sessions: what is known of a cookie, which is kept as its SHA-256.
///
/// Nothing of a person is here; that is in the vault under the same key.
final class SessionStore: Sendable {
    /// A fact that was chosen; its number is its place, from 1.
    struct Asked {
        let fact: OfferedFact
        /// One for each thing a person may agree to: a reload never signs twice.
        let key: RequestKey
        /// When the body answered, or was given up.
        var answeredAt: Instant
        /// Why there is nothing to sign; nil if there is.
        var problem: DatumState?
    }

    struct Session {
        /// The state of the login that opened it: its callback may come again.
        let loginState: String
        let choice: PersonChoice?
        var asked: [Asked]
        /// Whether the person had what was signed handed to the partner.
        var isSent = false
        let deadline: VaultDeadline
    }

    private struct State {
        var logins = OpenLogins()
        var sessions: [[UInt8]: Session] = [:]
    }

    private let state = Mutex(State())

    /// What is known of logins, under a lock.
    func withLogins<Value>(_ work: (inout sending OpenLogins) -> sending Value) -> Value {
        state.withLock { work(&$0.logins) }
    }

    /// Opens the session of a browser that had the cookie `old`.
    ///
    /// Returns whose sessions that ends: those of other visits of this browser.
    func open(
        _ session: Session, for owner: [UInt8], after old: [UInt8], at time: VaultTime
    ) -> [[UInt8]] {
        state.withLock { state in
            let ended = SessionStore.end(old, &state)
            state.logins.visit(
                session.choice?.link, after: old, as: owner, at: time.steadyMilliseconds)
            state.sessions[owner] = session
            return ended
        }
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

    /// Ends the session of a cookie; its browser goes on.
    func close(_ owner: [UInt8]) { state.withLock { $0.sessions[owner] = nil } }

    /// Ends every session and every login of a browser; returns whose sessions these were.
    func leave(_ owner: [UInt8]) -> [[UInt8]] {
        state.withLock { state in
            let ended = SessionStore.end(owner, &state)
            state.logins.forget(owner)
            return ended
        }
    }

    private static func end(_ owner: [UInt8], _ state: inout State) -> [[UInt8]] {
        let owners = [owner] + state.logins.cookies(of: owner).map(\.owner)
        return owners.filter { state.sessions.removeValue(forKey: $0) != nil }
    }

    /// Forgets what is over.
    func sweep(at time: VaultTime) {
        state.withLock { state in
            state.sessions = state.sessions.filter { !$1.deadline.hasPassed(at: time) }
            state.logins.sweep(at: time.steadyMilliseconds)
        }
    }
}
