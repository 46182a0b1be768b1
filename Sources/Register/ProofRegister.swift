internal import Explaining
internal import Files
internal import GRDB
internal import Glibc

/// The register of an issuing body: one SQLite file, used by any number of processes of one
/// machine at once (Spec/register.md).
///
/// A change that returned is on the disk and survives the loss of power.
package struct ProofRegister: Sendable {
    /// How long a process waits for another one that is writing.
    package static let patienceSeconds = 30

    package let path: String
    private let queue: DatabaseQueue

    /// Opens the register at `path`.
    ///
    /// Throws `notFound`, `notARegister`, `newer`, `busy` and `unusable`.
    package init(opening path: String) throws(RegisterFault) {
        guard Folders.exists(path) else { throw .notFound(path: path) }
        guard !Folders.isFolder(path) else { throw .notARegister(path: path) }
        self.path = path
        do {
            queue = try ProofRegister.patiently {
                let queue = try ProofRegister.connect(path)
                try queue.inDatabase { try RegisterSchema.prepare($0, path) }
                return queue
            }
        } catch { throw RegisterFault(error, path) }
    }

    /// Makes a register that only its owner can read; throws `exists` where something is.
    package init(creating path: String) throws(RegisterFault) {
        // SQLite flushes no folder for a new database: this does, and sets the mode before any
        // content is there. An empty file is a register without a schema yet.
        do throws(FileFault) {
            try FileWriting.write([], to: path, mode: 0o600, existing: .refuse)
        } catch {
            if error.code == .exists { throw .exists(path: path) }
            throw .unusable(path: path, problem: error.explanation.words)
        }
        try self.init(opening: path)
    }

    /// Opens the register at `path`, or makes it; says which.
    package static func openOrCreate(
        _ path: String
    ) throws(RegisterFault) -> (register: ProofRegister, isNew: Bool) {
        if !Folders.exists(path) {
            do throws(RegisterFault) {
                return (try ProofRegister(creating: path), true)
            } catch {
                // Another process may have been faster.
                guard case .exists = error else { throw error }
            }
        }
        return (try ProofRegister(opening: path), false)
    }

    private static func connect(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "register"
        configuration.busyMode = .timeout(Double(patienceSeconds))
        configuration.prepareDatabase { database in
            // One flush for each transaction, and readers that never hold up writers.
            let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else {
                throw RegisterFault.unusable(
                    path: path,
                    problem: Wording(
                        "doit être sur un disque de ce poste",
                        "must be on a disk of this machine"))
            }
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What is purged is overwritten, not only forgotten.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        // Never a bare name: ":memory:" and "file:..." mean something else to SQLite.
        let plain = path.hasPrefix("/") ? path : "./\(path)"
        return try DatabaseQueue(path: plain, configuration: configuration)
    }

    /// Runs `body` in a transaction that begins by waiting for its turn to write.
    func write<Value>(_ body: (Database) throws -> Value) throws(RegisterFault) -> Value {
        do { return try writing(body) } catch { throw RegisterFault(error, path) }
    }

    /// The same for a body whose own errors are to come through; they undo what it did.
    func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try ProofRegister.patiently {
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

    /// Runs `body` on one state of the register.
    func read<Value>(_ body: (Database) throws -> Value) throws(RegisterFault) -> Value {
        do { return try ProofRegister.patiently { try queue.read(body) } } catch {
            throw RegisterFault(error, path)
        }
    }

    /// The same for a body whose own errors are to come through, and which is not run again.
    func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try queue.read(body) } catch let error as DatabaseError {
            throw RegisterFault(error, path)
        }
    }

    /// Writes the journal into the file and empties it; leaves that to a later one when others
    /// are at work.
    func emptyJournal() throws(RegisterFault) {
        do {
            try ProofRegister.patiently {
                try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            }
        } catch { throw RegisterFault(error, path) }
    }

    /// Tries again where SQLite does not wait by itself.
    ///
    /// The busy timeout covers all but a few instants: the first opening, the last closing and
    /// the recovery after a crash.
    private static func patiently<Value>(_ body: () throws -> Value) throws -> Value {
        let end = time(nil) + patienceSeconds
        while true {
            do { return try body() } catch let error as DatabaseError {
                guard error.resultCode == .SQLITE_BUSY, time(nil) < end else { throw error }
                usleep(20_000)
            }
        }
    }
}

extension RegisterFault {
    /// What an error of SQLite means here; a fault of ours stays what it is.
    init(_ error: any Error, _ path: String) {
        if let fault = error as? RegisterFault {
            self = fault
            return
        }
        let error = error as? DatabaseError
        switch error?.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .notARegister(path: path)
        default:
            let words = error?.message.map { Wording($0, $0) }
            self = .unusable(
                path: path, problem: words ?? Wording("erreur inconnue", "unknown error"))
        }
    }
}
