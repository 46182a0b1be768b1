internal import Explaining
internal import Files
internal import GRDB
internal import PostgreSQL
internal import Storage

/// The register of an issuing body (Spec/register.md): one SQLite file, used by any number of
/// processes of one machine at once, or a database of a PostgreSQL server, for several machines.
///
/// A change that returned is on the disk and survives the loss of power.
package struct ProofRegister: Sendable {
    let store: any RegisterStore

    /// As it is shown to people.
    package var path: String { store.name }

    /// Opens the register at `path`, or at the address of a server.
    ///
    /// Throws `notFound`, `notARegister`, `newer`, `busy`, `unusable` and `server`.
    package init(opening path: String) throws(RegisterFault) {
        guard ServerStore.isAddress(path) else {
            store = try SQLiteStore(opening: path)
            return
        }
        store = try ServerStore(at: path)
    }

    /// Makes a register that only its owner can read; throws `exists` where something is.
    package init(creating path: String) throws(RegisterFault) {
        guard ServerStore.isAddress(path) else {
            store = try SQLiteStore(creating: path)
            return
        }
        store = try ServerStore.create(path)
    }

    /// Opens the register at `path`, or makes it; says which.
    package static func openOrCreate(
        _ path: String
    ) throws(RegisterFault) -> (register: ProofRegister, isNew: Bool) {
        do throws(RegisterFault) { return (try ProofRegister(opening: path), false) } catch {
            guard case .notFound = error else { throw error }
        }
        do throws(RegisterFault) { return (try ProofRegister(creating: path), true) } catch {
            // Another process may have been faster.
            guard case .exists = error else { throw error }
        }
        return (try ProofRegister(opening: path), false)
    }

    /// Whether `path` is the address of a server, so that there is nothing beside it.
    package static func isOnServer(_ path: String) -> Bool { ServerStore.isAddress(path) }

    /// Runs `body` in a transaction that begins by waiting for its turn to write.
    func write<Value>(
        _ turn: RegisterTurn = .beside, _ body: (any RegisterTables) throws -> Value
    ) throws(RegisterFault) -> Value {
        do { return try store.write(turn, body) } catch { throw RegisterFault(error, path) }
    }

    /// The same for a body whose own errors are to come through; they undo what it did.
    func writing<Value>(
        _ turn: RegisterTurn = .beside, _ body: (any RegisterTables) throws -> Value
    ) throws -> Value {
        do { return try store.write(turn, body) } catch {
            throw RegisterFault(ofDatabase: error, path) ?? error
        }
    }

    /// Runs `body` on one state of the register.
    func read<Value>(
        _ body: (any RegisterTables) throws -> Value
    ) throws(RegisterFault) -> Value {
        do { return try store.read(body) } catch { throw RegisterFault(error, path) }
    }

    /// The same for a body whose own errors are to come through, and which is not run again.
    func reading<Value>(_ body: (any RegisterTables) throws -> Value) throws -> Value {
        do { return try store.readOnce(body) } catch {
            throw RegisterFault(ofDatabase: error, path) ?? error
        }
    }
}

extension RegisterFault {
    /// What an error of a database means here; nil for one of another kind.
    init?(ofDatabase error: any Error, _ path: String) {
        guard error is ServerFault || error is StorageFault || error is DatabaseError else {
            return nil
        }
        self.init(error, path)
    }

    /// What an error of a database means here; a fault of ours stays what it is.
    init(_ error: any Error, _ path: String) {
        if let fault = error as? RegisterFault {
            self = fault
            return
        }
        if let fault = error as? ServerFault {
            self = .server(path: path, fault.explanation)
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
