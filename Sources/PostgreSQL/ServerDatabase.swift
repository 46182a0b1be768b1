internal import Synchronization

/// A database of a PostgreSQL server, used by any number of processes of any number of machines.
///
/// A change that returned is on the server's disk. As many sessions are open as there are callers
/// at once.
package final class ServerDatabase: Sendable {
    /// Sessions that are kept when nobody uses them.
    private static let idleLimit = 8

    private let address: String
    private let setUp: StaticString
    private let idle = Mutex<[ServerSession]>([])
    /// The address as it is shown: account, host, port and database.
    package let name: String

    /// Connects to the server that `address` names, by libpq's rules for a `postgresql://` URI.
    ///
    /// `setUp` is run in each session. Throws `noLibrary`, `badAddress`, `passwordInAddress`,
    /// `notConnected`, `notDurable`, and what `setUp` makes the server throw.
    package init(at address: String, setUp: StaticString) throws(ServerFault) {
        self.address = address
        self.setUp = setUp
        let session = try ServerDatabase.open(address)
        try session.tag(setUp)
        name = session.name
        idle.withLock { $0.append(session) }
    }

    /// Runs `body` in a transaction, which begins with `begin` and which an error undoes.
    ///
    /// Throws what `body` throws, and `ServerFault`: after `lost` nobody knows whether it was done.
    package func transact<Value>(
        _ begin: StaticString, _ body: (ServerSession) throws -> Value
    ) throws -> Value {
        let session = try begun(begin)
        let value: Value
        do { value = try body(session) } catch {
            // A session that cannot even undo is given up, and the server undoes by itself.
            if (try? session.tag("ROLLBACK")) != nil { keep(session) }
            throw error
        }
        guard try session.tag("COMMIT") == "COMMIT" else { throw ServerFault.lost }
        keep(session)
        return value
    }

    /// A session in which a transaction has begun; one that went stale while nobody used it is
    /// given up for another.
    private func begun(_ begin: StaticString) throws(ServerFault) -> ServerSession {
        while let session = idle.withLock({ $0.popLast() }) {
            do throws(ServerFault) {
                try session.tag(begin)
                return session
            } catch {
                guard error == .lost else {
                    if (try? session.tag("ROLLBACK")) != nil { keep(session) }
                    throw error
                }
            }
        }
        let session = try ServerDatabase.open(address)
        try session.tag(setUp)
        try session.tag(begin)
        return session
    }

    private func keep(_ session: ServerSession) {
        idle.withLock { if $0.count < ServerDatabase.idleLimit { $0.append(session) } }
    }

    /// Settings of the account and of the database give way to ours.
    private static func open(_ address: String) throws(ServerFault) -> ServerSession {
        let session = try ServerSession(to: address)
        try session.tag(
            """
            SET synchronous_commit = on; SET lock_timeout = '30s'; SET statement_timeout = '10min';
            SET idle_in_transaction_session_timeout = '60s'; SET DateStyle = 'ISO'
            """)
        guard try session.rows("SHOW fsync").first?.first == "on" else {
            throw .notDurable
        }
        return session
    }
}
