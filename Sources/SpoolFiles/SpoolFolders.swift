package import Files
internal import Glibc
package import Spooling

/// The open folders of a spool (Spec/spool.md 1).
///
/// Shared by the threads: it holds descriptors only, and each step is one call of the kernel.
package final class SpoolFolders: Sendable {
    package let path: String
    package let arrivals: Folder
    package let work: Folder
    package let done: Folder
    package let verdicts: Folder
    package let quarantine: Folder
    /// What is left alone in `in/`, and how many levels of folders there are looked into.
    let ignored: IgnoredNames
    let levels: Int
    /// The form of the sheets beside verdicts; nil if there are none.
    package let sheets: VerdictForm?

    /// Opens folders that exist.
    package init(
        _ path: String, ignoring ignored: IgnoredNames = IgnoredNames(), levels: Int = 1,
        sheets: VerdictForm? = nil
    ) throws(SpoolFault) {
        self.path = path
        self.ignored = ignored
        self.levels = levels
        self.sheets = sheets
        arrivals = try Folder("\(path)/in")
        work = try Folder("\(path)/work")
        done = try Folder("\(path)/done")
        verdicts = try Folder("\(path)/verdicts")
        quarantine = try Folder("\(path)/quarantine")
    }

    /// Whether all paths still lead to these folders: nothing was mounted over or replaced.
    package var isInPlace: Bool {
        arrivals.isInPlace && work.isInPlace && done.isInPlace && verdicts.isInPlace
            && quarantine.isInPlace
    }

    /// Opens a claimed scan.
    package func open(_ scan: ClaimedName) throws(ScanRefusal) -> Descriptor {
        try work.openScan(scan.description)
    }

    /// Writes the verdict on a scan to its temporary file, where it waits for the commit.
    package func write(
        _ verdict: [UInt8], on scan: ClaimedName, durably: Bool
    ) throws(SpoolFault) {
        try verdicts.create(
            SpoolFileNames.temporary(scan.identifier), verdict, mode: 0o640, durably: durably,
            "write-verdict")
    }

    /// Writes the sheet of a verdict that was written, where it waits for the same commit.
    package func writeSheet(
        _ text: String, _ form: VerdictForm, on scan: ClaimedName, durably: Bool
    ) throws(SpoolFault) {
        try verdicts.create(
            SpoolFileNames.temporarySheet(scan.identifier, form), Array(text.utf8), mode: 0o640,
            durably: durably, "write-verdict")
    }

    /// Puts a page for clerks beside the verdicts, in the place of the one before; nil takes it
    /// away.
    package func post(_ text: String?, as name: String) throws(SpoolFault) {
        let temporary = ".\(name).tmp"
        if let text {
            try verdicts.create(
                temporary, Array(text.utf8), mode: 0o640, durably: false, "write-notice")
        }
        try verdicts.removeAll(name, "write-notice")
        if text != nil { try verdicts.move(temporary, to: verdicts, as: name, "write-notice") }
    }

    /// Performs a step; one that looks returns what it saw.
    package func perform(_ action: FolderAction) throws(SpoolFault) -> FolderEvent? {
        switch action {
        case .listArrivals: return .arrivalsListed(try listArrivals())
        case .look(let names): return .looked(names.compactMap(arrival), of: names)
        case .measureSpace: return .space(verdicts.space)
        case .listExpired(let folder, let range, let limit):
            return try listExpired(folder, range, limit: limit)
        case .claim(let name, let scan): return try claim(name, scan)
        case .countAttempt(let scan):
            try work.move(
                scan.description, to: work, as: scan.nextAttempt.description, "count-attempt")
        case .flushVerdicts(let together):
            if together {
                try verdicts.flushFileSystem("flush-verdicts")
            } else {
                try verdicts.flush("flush-verdicts")
            }
        case .commit(let scan, let folder): return try commit(scan, to: folder)
        case .flushCommits:
            try done.flush("flush-commits")
            try quarantine.flush("flush-commits")
            try work.flush("flush-commits")
        case .publish(let scan): try publish(scan)
        case .flushPublications: try verdicts.flush("flush-publications")
        case .flushClaims: try work.flush("flush-claims")
        case .removeTemporary(let arrival):
            if let sheets {
                try verdicts.removeAll(
                    SpoolFileNames.temporarySheet(arrival, sheets), "remove-temporary")
            }
            try verdicts.removeAll(SpoolFileNames.temporary(arrival), "remove-temporary")
        case .removeRewritten(let arrival):
            try verdicts.removeAll(SpoolFileNames.rewritten(arrival), "remove-rewritten")
        case .erase(let folder, let scans): return erase(scans, in: folder)
        case .rewrite(let verdict): try rewrite(verdict)
        case .exchange(let verdict): try exchange(verdict)
        }
        return nil
    }

    /// A folder that its owner closed cannot be moved: that must not hold up other scans.
    ///
    /// The rights of a file cannot block the rename: if one is refused, the spool's folders are at
    /// fault.
    private func commit(
        _ scan: ClaimedName, to folder: SpoolFolder
    ) throws(SpoolFault) -> FolderEvent? {
        let name = scan.description
        do throws(SpoolFault) {
            if folder == .quarantine {
                try work.move(name, to: quarantine, as: name, "commit")
            } else {
                try work.move(name, to: done, as: name, "commit")
            }
            try forgetWholeName(of: scan)
            return nil
        } catch {
            guard error.isRefusal, !work.isRegular(name) else { throw error }
            return .notCommitted(scan, error: error.error)
        }
    }

    /// The sheet first: when the verdict is seen, its sheet is there.
    private func publish(_ scan: ClaimedName) throws(SpoolFault) {
        if let sheets {
            do throws(SpoolFault) {
                try publish(
                    SpoolFileNames.temporarySheet(scan.identifier, sheets),
                    as: scan.sheet(sheets))
            } catch {
                // A start publishes what a stop left, which may have published the sheet.
                guard error.error == "ENOENT" else { throw error }
            }
        }
        try publish(SpoolFileNames.temporary(scan.identifier), as: scan.verdict)
    }

    /// A name with the number of an arrival is the daemon's: what somebody else put there is
    /// removed.
    private func publish(_ temporary: String, as verdict: VerdictName) throws(SpoolFault) {
        let name = verdict.description
        do throws(SpoolFault) {
            try verdicts.move(temporary, to: verdicts, as: name, "publish")
        } catch {
            guard error.error == "EEXIST" else { throw error }
            try verdicts.removeAll(name, "publish")
            try verdicts.move(temporary, to: verdicts, as: name, "publish")
        }
    }
}

extension SpoolFolders {
    /// What lies in the folders (Spec/spool.md 3 "Start"); `held` and `recorded` are the caller's.
    package func list(
        held: Set<ArrivalIdentifier>, recorded: Set<ArrivalIdentifier>
    ) throws(SpoolFault) -> SpoolListing {
        var listing = SpoolListing()
        listing.held = held
        listing.recorded = recorded
        listing.work = try work.names("list-work") { ClaimedName($0) }
        listing.decided = try done.names("list-done") { ClaimedName($0) }
        listing.decided += try quarantine.names("list-quarantine") { ClaimedName($0) }
        try removeNames(except: Set(listing.work.map(\.identifier)))
        var latest = recorded.max()
        for scan in listing.work + listing.decided {
            latest = max(latest ?? scan.identifier, scan.identifier)
        }
        var left: [(arrival: ArrivalIdentifier, form: VerdictForm)] = []
        try verdicts.forEachName("list-verdicts") { bytes in
            let name = String(decoding: bytes, as: UTF8.self)
            if let verdict = VerdictName(name) {
                latest = max(latest ?? verdict.identifier, verdict.identifier)
            } else if let arrival = SpoolFileNames.arrival(ofTemporary: name) {
                listing.temporaries.append(arrival)
            } else if let arrival = SpoolFileNames.arrival(ofRewritten: name) {
                listing.rewritten.append(arrival)
            } else if let sheet = SpoolFileNames.arrival(ofTemporarySheet: name) {
                left.append(sheet)
            }
            return true
        }
        // One without its verdict, or of a form that is not the configuration's any more.
        let kept = Set(listing.temporaries)
        for (arrival, form) in left where form != sheets || !kept.contains(arrival) {
            try verdicts.removeAll(
                SpoolFileNames.temporarySheet(arrival, form), "remove-temporary")
        }
        listing.latest = latest
        return listing
    }

    /// Removes the whole names of scans that are not in `work/` any more, or never came there.
    private func removeNames(except scans: Set<ArrivalIdentifier>) throws(SpoolFault) {
        let names = try work.names("list-work") { SpoolFileNames.arrival(ofWholeName: $0) }
        for arrival in names where !scans.contains(arrival) {
            try work.remove(SpoolFileNames.wholeName(arrival), "remove-name")
        }
    }
}
