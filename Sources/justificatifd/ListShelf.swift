internal import Console
internal import Files
internal import JSONFields
internal import ListFiles
internal import Lists
internal import Proofs
internal import Sodium

/// The lists the daemon judges with: read again when the folder changes, and taken only when they
/// are whole and good; else the old ones go on.
struct ListShelf {
    private(set) var lists: ListsInForce
    private let folder: ListsFolder
    private let roots: String?
    private let crypto: SodiumCrypto
    private var stamp: ListsFolder.Stamp

    init(_ folder: ListsFolder, roots: String?, _ crypto: SodiumCrypto) throws {
        self.folder = folder
        self.roots = roots
        self.crypto = crypto
        stamp = folder.stamp
        lists = try ListShelf.load(folder, roots, crypto)
    }

    /// Reads the lists again if something was installed, and writes down the time now and then;
    /// tells whether `lists` are new.
    mutating func refresh() -> Bool {
        guard folder.stamp == stamp else { return reload() }
        let now = Instant(seconds: SystemClock.seconds())
        guard let seen = folder.observe(now, lists) else { return false }
        // Our own note of the time is no reason to read the lists again.
        lists = seen
        stamp.clock = folder.stamp.clock
        return true
    }

    /// Reads the lists again; tells whether they were taken.
    mutating func reload() -> Bool {
        // Taken before reading: what changes meanwhile is then seen at the next look.
        stamp = folder.stamp
        do {
            lists = try ListShelf.load(folder, roots, crypto)
            return true
        } catch {
            EventLog.write("lists-kept", ["error": .string("\(error)")])
            return false
        }
    }

    private static func load(
        _ folder: ListsFolder, _ roots: String?, _ crypto: SodiumCrypto
    ) throws -> ListsInForce {
        let pinned = try folder.roots(named: roots, crypto)
        let loaded = try folder.loadAll(roots: pinned, crypto)
        let trust = loaded.inForce.trust?.content.sequence
        var fields: JSONObject = [
            "revocation_lists": .integer(Int64(loaded.inForce.revocations.count)),
            "unusable": .array(loaded.faults.map { .string($0) }),
        ]
        fields["trust_sequence"] = trust.map { .integer(Int64(clamping: $0)) }
        EventLog.write("lists-loaded", fields)
        return loaded.inForce
    }
}
