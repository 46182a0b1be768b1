internal import Explaining
internal import Files
internal import GRDB
internal import Storage

/// A register in one SQLite file.
struct SQLiteStore: RegisterStore {
    let name: String
    let file: DurableDatabase

    /// Opens the register at `path`.
    ///
    /// Throws `notFound`, `notARegister`, `newer`, `busy` and `unusable`.
    init(opening path: String) throws(RegisterFault) {
        name = PathText.shown(path)
        guard Folders.exists(path) else { throw .notFound(path: name) }
        guard !Folders.isFolder(path) else { throw .notARegister(path: name) }
        do {
            file = try DurableDatabase(opening: path, label: "register", schema: .register)
        } catch { throw RegisterFault(error, name) }
    }

    /// Makes a register that only its owner can read; throws `exists` where something is.
    init(creating path: String) throws(RegisterFault) {
        // An empty file is a register without a schema yet.
        do throws(FileFault) { try DurableDatabase.create(path) } catch {
            if error.code == .exists { throw .exists(path: PathText.shown(path)) }
            throw .unusable(path: PathText.shown(path), problem: error.explanation.words)
        }
        try self.init(opening: path)
    }

    /// A file has one writer at a time, whatever the turn.
    func write<Value>(
        _ turn: RegisterTurn, _ body: (any RegisterTables) throws -> Value
    ) throws -> Value {
        try file.write { try body(SQLiteTables(database: $0)) }
    }

    func read<Value>(_ body: (any RegisterTables) throws -> Value) throws -> Value {
        try file.read { try body(SQLiteTables(database: $0)) }
    }

    func readOnce<Value>(_ body: (any RegisterTables) throws -> Value) throws -> Value {
        try file.readOnce { try body(SQLiteTables(database: $0)) }
    }

    /// The journal still has the pages as they were.
    func forgetRemoved() throws { try file.emptyJournal() }
}
