internal import PostgreSQL

/// A register in a database of PostgreSQL, for several issuing machines (Spec/register.md 7).
struct ServerStore: RegisterStore {
    /// The highest version of the tables that this program knows.
    private static let version = 1
    /// What faults call a server that no connection has named yet.
    private static let option = "--register"

    let name: String
    private let database: ServerDatabase

    /// Whether a person means a server, and not a file.
    static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
    }

    /// Opens the register in the database at `address`.
    ///
    /// Throws `notFound`, `notARegister`, `newer` and `server`.
    init(at address: String) throws(RegisterFault) {
        try self.init(connecting: address)
        guard try isReady() else { throw .notFound(path: name) }
    }

    /// Makes the tables of a register; throws `exists` where they are.
    static func create(_ address: String) throws(RegisterFault) -> ServerStore {
        let store = try ServerStore(connecting: address)
        guard try !store.isReady() else { throw .exists(path: store.name) }
        do {
            try store.database.transact(begin(.alone)) { session in
                // Another process may have been faster.
                guard try ServerStore.found(session) == nil else {
                    throw RegisterFault.exists(path: store.name)
                }
                try session.tag(ServerSchema.tables)
            }
        } catch { throw RegisterFault(error, store.name) }
        return store
    }

    private init(connecting address: String) throws(RegisterFault) {
        do {
            database = try ServerDatabase(at: address, setUp: ServerSchema.path)
        } catch { throw RegisterFault(error, ServerStore.option) }
        name = database.name
    }

    /// Whether the tables are there; throws `notARegister` and `newer` for other ones.
    private func isReady() throws(RegisterFault) -> Bool {
        let found: String?
        do { found = try database.transact("BEGIN READ ONLY", ServerStore.found) } catch {
            throw RegisterFault(error, name)
        }
        guard let found else { return false }
        guard let version = Int(found), version > 0 else { throw .notARegister(path: name) }
        guard version <= ServerStore.version else {
            throw .newer(path: name, version: version)
        }
        return true
    }

    /// The version of the tables, empty for those of another program, nil where there are none.
    private static func found(_ session: ServerSession) throws -> String? {
        let there = try session.rows(ServerSchema.look).first
        guard there?.first == "t" else { return nil }
        guard there?.last == "t" else { return "" }
        return try session.rows("SELECT version FROM format").first?.first.flatMap { $0 } ?? ""
    }

    func write<Value>(
        _ turn: RegisterTurn, _ body: (any RegisterTables) throws -> Value
    ) throws -> Value {
        do { return try transact(turn, body) } catch let missing as ServerTables.MissingDays {
            // The first of a day: no partition has its rows yet.
            try transact(.alone) { try $0.prepare(missing.days) }
            return try transact(turn, body)
        }
    }

    private func transact<Value>(
        _ turn: RegisterTurn, _ body: (any RegisterTables) throws -> Value
    ) throws -> Value {
        try database.transact(ServerStore.begin(turn)) { try body(ServerTables(session: $0)) }
    }

    /// The number of the lock is that of "JReg" in a file's header.
    ///
    /// Each statement after it sees what was done before the lock was had, and no row of a
    /// closed day can be added by one that has the lock after it.
    private static func begin(_ turn: RegisterTurn) -> StaticString {
        switch turn {
        case .beside:
            """
            BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock_shared(1246913895)
            """
        case .alone:
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(1246913895)"
        }
    }

    func read<Value>(_ body: (any RegisterTables) throws -> Value) throws -> Value {
        try database.transact("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") {
            try body(ServerTables(session: $0))
        }
    }

    func readOnce<Value>(_ body: (any RegisterTables) throws -> Value) throws -> Value {
        try read(body)
    }

    /// A partition that was removed is a file that was removed: there is nothing left to do from
    /// outside of the server.
    func forgetRemoved() {}
}
