internal import Files
internal import Glibc
package import Spooling

/// What is in `in/` and in the folders there, and how it is taken (Spec/spool.md 2, 3).
extension SpoolFolders {
    /// A name that cannot be moved is left alone: one stubborn file must not hold up the others.
    ///
    /// A disk that takes no change at all is a fault.
    func claim(_ name: [UInt8], _ scan: ClaimedName) throws(SpoolFault) -> FolderEvent {
        do throws(SpoolFault) {
            return try inParent(of: name) { folder, last throws(SpoolFault) in
                try claim(name, last, in: folder, scan)
            }
        } catch {
            // Only the folder that it is in could not be opened.
            guard error.step == "open-parent" else { throw error }
            return .notClaimed(
                name, error.error == "ENOENT" ? .gone : .refused(error: error.error))
        }
    }

    private func claim(
        _ name: [UInt8], _ last: [UInt8], in folder: borrowing Folder, _ scan: ClaimedName
    ) throws(SpoolFault) -> FolderEvent {
        switch folder.entry(last)?.kind {
        // It is looked into, or left where it is.
        case nil, .folder: return .notClaimed(name, .gone)
        case .file where !folder.mayRead(last):
            // Nobody could judge it: here its owner can still open it to us.
            return .notClaimed(name, .refused(error: "EACCES"))
        case .file, .other: break
        }
        // Before the claim: after a stop this is where the name comes from.
        if scan.name.isCut {
            try work.create(
                SpoolFileNames.wholeName(scan.identifier), name, mode: 0o600, durably: true,
                "write-name")
        }
        if folder.move(bytes: last, to: work, as: scan.description) { return .claimed(scan, name) }
        let error = errno
        try forgetWholeName(of: scan)
        switch error {
        case ENOENT: return .notClaimed(name, .gone)
        case EIO, EROFS, ENOSPC, EDQUOT:
            throw SpoolFault(step: "claim", error: ErrorName.of(error))
        default: return .notClaimed(name, .refused(error: ErrorName.of(error)))
        }
    }

    /// The bytes of the name under which a scan in `work/` was dropped.
    package func droppedName(of scan: ClaimedName) -> [UInt8] {
        guard scan.name.isCut,
            let file = try? work.openScan(SpoolFileNames.wholeName(scan.identifier)),
            let bytes = try? file.readAll(limit: 4_096, named: "name"), !bytes.isEmpty
        else { return scan.name.decoded }
        return bytes
    }

    func forgetWholeName(of scan: ClaimedName) throws(SpoolFault) {
        guard scan.name.isCut else { return }
        try work.remove(SpoolFileNames.wholeName(scan.identifier), "remove-name")
    }

    /// What has a name in `in/` by now; nil if it is gone, or a folder.
    func arrival(_ name: [UInt8]) -> ArrivalEntry? {
        let found = try? inParent(of: name) { folder, last throws(SpoolFault) in
            folder.entry(last, asksWriters: true)
        }
        guard let found = found ?? nil, found.kind != .folder else { return nil }
        return found.entry.renamed(name)
    }

    /// Calls `body` with the folder that a name is in, and its last part.
    private func inParent<Value>(
        of name: [UInt8], _ body: (borrowing Folder, [UInt8]) throws(SpoolFault) -> Value
    ) throws(SpoolFault) -> Value {
        guard let slash = name.lastIndex(of: UInt8(ascii: "/")) else {
            return try body(arrivals, name)
        }
        let folder = try Folder(beneath: arrivals, Array(name[..<slash]), "open-parent")
        return try body(folder, Array(name[(slash + 1)...]))
    }

    /// Everything in `in/` that is not left alone, at most `SpoolSettings.namesRemembered`;
    /// `visit` is called with each folder that is looked into, before it is; `leave` in the end
    /// with the paths of those that are not, the first `ArrivalListing.namedFolders` of them.
    package func listArrivals(
        _ visit: (borrowing Folder, [UInt8]) -> Void = { _, _ in },
        leaving leave: ([[UInt8]]) -> Void = { _ in }
    ) throws(SpoolFault) -> [ArrivalEntry] {
        guard isInPlace else { throw SpoolFault(step: "list-arrivals", error: "ESTALE") }
        var listing = ArrivalListing(self, asksRights: false)
        try listing.add(arrivals, prefix: [], level: 0, visit)
        leave(listing.left)
        return listing.entries
    }
}

/// What is in `in/`, found by going through it once.
struct ArrivalListing {
    /// How many of the folders that are left are named.
    static let namedFolders = 20

    let ignored: IgnoredNames
    let levels: Int
    /// Whether to count the files that this account may not read.
    let asksRights: Bool
    private(set) var entries: [ArrivalEntry] = []
    /// Folders that are not looked into, or that this account cannot open.
    private(set) var folders = 0
    /// The paths of the first of them from `in/`.
    private(set) var left: [[UInt8]] = []
    /// Files that this account may not read.
    private(set) var unreadable = 0
    private var opened = 0

    init(_ folders: SpoolFolders, asksRights: Bool) {
        ignored = folders.ignored
        levels = folders.levels
        self.asksRights = asksRights
    }

    /// Adds what is in a folder; `prefix` is its path from `in/`, with a slash at its end.
    mutating func add(
        _ folder: borrowing Folder, prefix: [UInt8], level: Int,
        _ visit: (borrowing Folder, [UInt8]) -> Void
    ) throws(SpoolFault) {
        var inner: [[UInt8]] = []
        try folder.forEachName("list-arrivals") { name in
            guard !ignored.contains(name), let found = folder.entry(name) else { return true }
            switch found.kind {
            case .folder: inner.append(name)
            case .file, .other:
                entries.append(found.entry.renamed(prefix + name))
                if asksRights, found.kind == .file, !folder.mayRead(name) { unreadable += 1 }
            }
            return entries.count < SpoolSettings.namesRemembered
        }
        for name in inner {
            guard level < levels, opened < SpoolSettings.subfolders,
                let next = try? Folder(beneath: folder, name, "list-arrivals")
            else {
                folders += 1
                if left.count < ArrivalListing.namedFolders { left.append(prefix + name) }
                continue
            }
            opened += 1
            let path = prefix + name + [UInt8(ascii: "/")]
            visit(next, path)
            try add(next, prefix: path, level: level + 1, visit)
        }
    }
}

extension ArrivalEntry {
    /// The same file under its path from `in/`.
    fileprivate func renamed(_ name: [UInt8]) -> ArrivalEntry {
        ArrivalEntry(name: name, stamp: stamp, isFile: isFile, isOpen: isOpen)
    }
}
