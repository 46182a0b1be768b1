internal import Files
package import GRDB
internal import Glibc

/// A copy that is whole and was read back, or none.
extension DurableDatabase {
    /// Opens a copy at `path` to read it, after looking at every page of it.
    ///
    /// Throws `StorageFault` and `DatabaseError`.
    package init(readingOnly path: String, label: String, schema: DatabaseSchema?) throws {
        var configuration = Configuration()
        configuration.label = label
        configuration.readonly = true
        // Never a bare name, as for a database that is written.
        let plain = path.hasPrefix("/") ? path : "./\(path)"
        queue = try DatabaseQueue(path: plain, configuration: configuration)
        try queue.read { database in
            try schema?.check(database)
            let found = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
            guard found == "ok" else { throw StorageFault.damaged }
        }
    }

    /// Copies the database, as it is at one moment, to a new file that only its owner can read;
    /// others go on writing meanwhile.
    ///
    /// `describe` is asked of that moment and of the copy as it was read back. Returns that.
    /// Throws `StorageFault.damaged` if both are not the same, and `FileFault` `exists` where
    /// something is.
    package func copy<Value: Equatable>(
        to path: String, describe: (Database) throws -> Value
    ) throws -> Value {
        if Folders.exists(path) { throw FileFault(errno: EEXIST, path) }
        let temporary = "\(path).\(getpid()).tmp"
        try DurableDatabase.create(temporary)
        defer { unsafe _ = unlink(PathText.cString(temporary)) }
        let described = try DurableDatabase.patiently {
            try queue.read { source in
                // SQLite begins to hold on to a moment with the first read, not before.
                let described = try describe(source)
                try DurableDatabase.fill(temporary, from: source)
                return described
            }
        }
        let copy = try DurableDatabase(readingOnly: temporary, label: "copy", schema: nil)
        guard try copy.readOnce(describe) == described else { throw StorageFault.damaged }
        try DurableDatabase.name(temporary, path)
        return described
    }

    private static func fill(_ path: String, from source: Database) throws {
        let target = try DatabaseQueue(path: path.hasPrefix("/") ? path : "./\(path)")
        try target.writeWithoutTransaction { target in
            try source.backup(to: target)
            // One file without a journal beside it, which can be carried away.
            try target.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try target.close()
        let file = try Descriptor(reading: path)
        guard fsync(file.number) == 0 else { throw FileFault(errno: errno, path) }
    }

    /// Gives the file its name, unless something has it by now.
    private static func name(_ temporary: String, _ path: String) throws(FileFault) {
        guard unsafe link(PathText.cString(temporary), PathText.cString(path)) == 0 else {
            throw FileFault(errno: errno, path)
        }
        try FileWriting.flushFolder(of: path)
    }
}
