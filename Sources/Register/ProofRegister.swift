internal import Explaining
internal import Files
internal import GRDB
internal import Storage

/// The register of an issuing body: one SQLite file, used by any number of processes of one
/// machine at once (Spec/register.md).
///
/// A change that returned is on the disk and survives the loss of power.
package struct ProofRegister: Sendable {
    /// As it is shown to people.
    package let path: String
    private let file: DurableDatabase

    /// Opens the register at `path`.
    ///
    /// Throws `notFound`, `notARegister`, `newer`, `busy` and `unusable`.
    package init(opening path: String) throws(RegisterFault) {
        let shown = PathText.shown(path)
        guard Folders.exists(path) else { throw .notFound(path: shown) }
        guard !Folders.isFolder(path) else { throw .notARegister(path: shown) }
        self.path = shown
        do {
            file = try DurableDatabase(opening: path, label: "register", schema: .register)
        } catch { throw RegisterFault(error, shown) }
    }

    /// Makes a register that only its owner can read; throws `exists` where something is.
    package init(creating path: String) throws(RegisterFault) {
        // An empty file is a register without a schema yet.
        do throws(FileFault) { try DurableDatabase.create(path) } catch {
            if error.code == .exists { throw .exists(path: PathText.shown(path)) }
            throw .unusable(path: PathText.shown(path), problem: error.explanation.words)
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

    /// Runs `body` in a transaction that begins by waiting for its turn to write.
    func write<Value>(_ body: (Database) throws -> Value) throws(RegisterFault) -> Value {
        do { return try writing(body) } catch { throw RegisterFault(error, path) }
    }

    /// The same for a body whose own errors are to come through; they undo what it did.
    func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try file.write(body)
    }

    /// Runs `body` on one state of the register.
    func read<Value>(_ body: (Database) throws -> Value) throws(RegisterFault) -> Value {
        do { return try file.read(body) } catch { throw RegisterFault(error, path) }
    }

    /// The same for a body whose own errors are to come through, and which is not run again.
    func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try file.readOnce(body) } catch let error as DatabaseError {
            throw RegisterFault(error, path)
        }
    }

    /// Copies all of one moment to a new file, and reads it back.
    func copying(to path: String) throws -> RegisterSummary {
        try file.copy(to: path) { try RegisterSummary($0) }
    }

    /// Writes the journal into the file and empties it; leaves that to a later one when others
    /// are at work.
    func emptyJournal() throws(RegisterFault) {
        do { try file.emptyJournal() } catch { throw RegisterFault(error, path) }
    }
}

extension RegisterFault {
    /// What an error of SQLite means here; a fault of ours stays what it is.
    init(_ error: any Error, _ path: String) {
        if let fault = error as? RegisterFault {
            self = fault
            return
        }
        let fault = StorageFault(error)
        switch fault {
        case .otherKind: self = .notARegister(path: path)
        case .laterVersion(let version): self = .newer(path: path, version: version)
        case .busy: self = .busy(path: path)
        case .otherDisk, .unusable:
            self = .unusable(path: path, problem: fault.explanation.words)
        }
    }
}
