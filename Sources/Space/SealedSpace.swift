internal import Explaining
internal import Files
internal import FoundationEssentials
internal import GRDB
package import Proofs
package import SigningMessages
package import Sodium
internal import Storage

/// What a portal keeps of persons: sealed, found only by who knows the person's `sub`, and gone on
/// its day (Spec/space.md).
package struct SealedSpace: Sendable {
    /// The largest entry, in bytes.
    package static let entryBytes = 65_536

    let path: String
    private let file: DurableDatabase
    private let secret: KeyedSecret
    private let crypto: SodiumCrypto

    /// Opens the space at `path`, or makes one that only its owner can read.
    ///
    /// Throws `notASpace`, `newer`, `busy` and `unusable`.
    package init(
        at path: String, _ secret: KeyedSecret, _ crypto: SodiumCrypto
    ) throws(SpaceFault) {
        do {
            do throws(FileFault) { try DurableDatabase.create(path) } catch {
                guard error.code == .exists else { throw error }
            }
            file = try DurableDatabase(opening: path, label: "space", schema: .space)
        } catch { throw SpaceFault(error, path) }
        self.path = path
        self.secret = secret
        self.crypto = crypto
    }

    /// Opens the space at `path` for counting and erasing, which its secret is not needed for.
    ///
    /// Nothing opens in it. Throws as the other one, and `unusable` if there is no file.
    package init(erasing path: String, _ crypto: SodiumCrypto) throws(SpaceFault) {
        do {
            // SQLite would make a file where there is none.
            _ = try Descriptor(naming: path)
            file = try DurableDatabase(opening: path, label: "space", schema: .space)
            secret = try KeyedSecret(.space, crypto)
        } catch { throw SpaceFault(error, path) }
        self.path = path
        self.crypto = crypto
    }

    /// Keeps an entry of a person through `lastDay`, in the place of another if one is named.
    ///
    /// Once this returns it is on the disk. Throws `entryTooLarge`, `tooManyEntries`, `lastDay`.
    @discardableResult
    package func keep(
        _ bytes: [UInt8], as kind: SpaceKind, of holder: Holder, until lastDay: Day, today: Day,
        replacing old: EntryIdentifier? = nil
    ) throws(SpaceFault) -> EntryIdentifier {
        let change = SpaceChange(bytes, until: lastDay, replacing: old)
        let seal = try seal(of: holder)
        let identifier = try writing { database in
            try write(change, kind, seal, today, database)
        }
        if old != nil { try emptyJournal() }
        return identifier
    }

    /// Changes what is kept of a person under one kind, by what is there.
    ///
    /// `choose` sees the entries, and returns what to keep or nil for nothing. Nobody writes in
    /// between, so of two at once the second sees what the first did. It may be called again if the
    /// file is busy. Throws as `keep`.
    package func change(
        _ kind: SpaceKind, of holder: Holder, today: Day,
        _ choose: ([SpaceEntry]) -> SpaceChange?
    ) throws(SpaceFault) {
        let seal = try seal(of: holder)
        let chosen: SpaceChange? = try writing { database in
            let content = try SealedSpace.content(seal, kind, today, database)
            guard let change = choose(content.entries) else { return nil }
            _ = try write(change, kind, seal, today, database)
            return change
        }
        if chosen?.old != nil { try emptyJournal() }
    }

    private func write(
        _ change: SpaceChange, _ kind: SpaceKind, _ seal: borrowing HolderSeal, _ today: Day,
        _ database: Database
    ) throws -> EntryIdentifier {
        guard change.bytes.count <= SealedSpace.entryBytes else {
            throw SpaceFault.entryTooLarge(limit: SealedSpace.entryBytes)
        }
        let (lastDay, latest) = (change.lastDay, kind.latestDay(keptOn: today))
        guard (today...latest).contains(lastDay) else {
            throw SpaceFault.lastDay(lastDay, latest: latest)
        }
        guard let identifier = EntryIdentifier(crypto.randomBytes(EntryIdentifier.byteCount))
        else { preconditionFailure("as many bytes as were asked for") }
        let row = seal.holder
        if let old = change.old { try SealedSpace.delete(old, of: row, database) }
        let count =
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM entry WHERE holder = ? AND kind = ?",
                arguments: [Data(row), kind.rawValue]) ?? 0
        guard count < kind.greatestCount else {
            throw SpaceFault.tooManyEntries(kind, limit: kind.greatestCount)
        }
        let sealed = seal.seal(change.bytes, as: identifier, kind, until: lastDay)
        try database.execute(
            sql: "INSERT INTO entry (holder, id, kind, last_day, sealed) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                Data(row), Data(identifier.bytes), kind.rawValue, lastDay.number, Data(sealed),
            ])
        return identifier
    }

    /// What is kept of a person under one kind and not past its last day.
    package func content(
        of holder: Holder, _ kind: SpaceKind, today: Day
    ) throws(SpaceFault) -> SpaceContent {
        let seal = try seal(of: holder)
        return try reading { database in
            try SealedSpace.content(seal, kind, today, database)
        }
    }

    private static func content(
        _ seal: borrowing HolderSeal, _ kind: SpaceKind, _ today: Day, _ database: Database
    ) throws -> SpaceContent {
        let stored = try Row.fetchAll(
            database,
            sql: """
                SELECT id, last_day, sealed FROM entry
                WHERE holder = ? AND kind = ? AND last_day >= ? ORDER BY last_day DESC, id
                """,
            arguments: [Data(seal.holder), kind.rawValue, today.number]
        ).map { (id: $0["id"] as Data, day: $0["last_day"] as Int, $0["sealed"] as Data) }
        var entries: [SpaceEntry] = []
        for (id, day, sealed) in stored {
            let lastDay = Day(number: day)
            guard let identifier = EntryIdentifier(Array(id)),
                let bytes = seal.open(Array(sealed), as: identifier, kind, until: lastDay)
            else { continue }
            entries.append(
                SpaceEntry(identifier: identifier, kind: kind, lastDay: lastDay, bytes: bytes))
        }
        return SpaceContent(entries: entries, damaged: stored.count - entries.count)
    }

    func seal(of holder: Holder) throws(SpaceFault) -> HolderSeal {
        do { return try HolderSeal(of: holder, secret) } catch { throw .noLockedMemory }
    }

    static func delete(
        _ identifier: EntryIdentifier, of row: [UInt8], _ database: Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM entry WHERE holder = ? AND id = ?",
            arguments: [Data(row), Data(identifier.bytes)])
    }

    func writing<Value>(_ body: (Database) throws -> Value) throws(SpaceFault) -> Value {
        do { return try file.write(body) } catch { throw SpaceFault(error, path) }
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(SpaceFault) -> Value {
        do { return try file.read(body) } catch { throw SpaceFault(error, path) }
    }

    /// What was removed is in the journal until this.
    func emptyJournal() throws(SpaceFault) {
        do { try file.emptyJournal() } catch { throw SpaceFault(error, path) }
    }
}

extension SpaceFault {
    /// What an error of SQLite or of the disk means here; a fault of ours stays what it is.
    init(_ error: any Error, _ path: String) {
        switch error {
        case let fault as SpaceFault: self = fault
        case is SodiumFault: self = .noLockedMemory
        case let fault as FileFault:
            self = .unusable(path: path, problem: fault.explanation.words)
        default:
            let fault = StorageFault(error)
            switch fault {
            case .otherKind: self = .notASpace(path: path)
            case .laterVersion(let version): self = .newer(path: path, version: version)
            case .busy: self = .busy(path: path)
            case .otherDisk, .unusable:
                self = .unusable(path: path, problem: fault.explanation.words)
            }
        }
    }
}
