package import Files
package import GRDB
internal import Glibc

/// One SQLite file, used by any number of processes of one machine at once.
///
/// A change that returned is on the disk and survives the loss of power; what is removed is
/// overwritten.
package struct DurableDatabase: Sendable {
    /// How long a process waits for another one that is writing.
    package static let patienceSeconds = 30

    let queue: DatabaseQueue

    /// Opens the file at `path`, which must be there; an empty one gets the tables of `schema`.
    ///
    /// Throws `StorageFault` and `DatabaseError`; `StorageFault.init` takes both.
    package init(opening path: String, label: String, schema: DatabaseSchema) throws {
        queue = try DurableDatabase.patiently {
            let queue = try DurableDatabase.connect(path, label)
            try queue.inDatabase(schema.prepare)
            return queue
        }
    }

    /// Makes an empty file that only its owner can read.
    ///
    /// SQLite flushes no folder for a new database: this does, and sets the mode before any
    /// content is there. Throws `FileFault` `exists` where something is.
    package static func create(_ path: String) throws(FileFault) {
        try FileWriting.write([], to: path, mode: 0o600, existing: .refuse)
    }

    private static func connect(_ path: String, _ label: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = label
        configuration.busyMode = .timeout(Double(patienceSeconds))
        configuration.prepareDatabase { database in
            // One flush for each transaction, and readers that never hold up writers.
            let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else { throw StorageFault.otherDisk }
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What is removed is overwritten, not only forgotten.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        guard PathText.bytes(of: path) == Array(path.utf8) else {
            // GRDB takes a path that is UTF-8 only. SQLite follows this link of the kernel to the
            // real name before it opens anything, and names its other files after that.
            let file = try Descriptor(naming: path)
            return try DatabaseQueue(
                path: "/proc/self/fd/\(file.number)", configuration: configuration)
        }
        // Never a bare name: ":memory:" and "file:..." mean something else to SQLite.
        let plain = path.hasPrefix("/") ? path : "./\(path)"
        return try DatabaseQueue(path: plain, configuration: configuration)
    }

    /// Runs `body` in a transaction that begins by waiting for its turn to write; an error undoes
    /// what it did.
    package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try DurableDatabase.patiently {
            try queue.inDatabase { database in
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try body(database)
                    return .commit
                }
                guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
                return value
            }
        }
    }

    /// Runs `body` on one state of the file; tries again while another process holds it.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try DurableDatabase.patiently { try queue.read(body) }
    }

    /// The same for a body that must not be run again.
    package func readOnce<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.read(body)
    }

    /// Writes the journal, which still has the pages as they were, into the file and empties it;
    /// leaves that to a later one when others are at work.
    package func emptyJournal() throws {
        try DurableDatabase.patiently {
            try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
    }

    /// Tries again where SQLite does not wait by itself.
    ///
    /// The busy timeout covers all but a few instants: the first opening, the last closing and
    /// the recovery after a crash.
    static func patiently<Value>(_ body: () throws -> Value) throws -> Value {
        let end = time(nil) + patienceSeconds
        while true {
            do { return try body() } catch let error as DatabaseError {
                guard error.resultCode == .SQLITE_BUSY, time(nil) < end else { throw error }
                usleep(20_000)
            }
        }
    }
}
