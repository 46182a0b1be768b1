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

    /// Opens folders that are there.
    package init(_ path: String) throws(SpoolFault) {
        self.path = path
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

    /// Writes the verdict on a scan where it waits for the commit.
    package func write(
        _ verdict: [UInt8], on scan: ClaimedName, durably: Bool
    ) throws(SpoolFault) {
        try verdicts.create(
            SpoolFileNames.temporary(scan.identifier), verdict, mode: 0o640, durably: durably,
            "write-verdict")
    }

    /// Does what an action says of the folders; an action of somebody else's does nothing.
    package func perform(_ action: SpoolAction) throws(SpoolFault) -> SpoolEvent? {
        switch action {
        case .listArrivals: return .arrivalsListed(try listArrivals())
        case .look(let names): return .looked(names.compactMap { arrivals.entry($0) }, of: names)
        case .measureSpace: return .space(verdicts.space)
        case .claim(let name, let scan): return try claim(name, scan)
        case .listExpired(let folder, let range, let limit):
            return try listExpired(folder, range, limit: limit)
        case .erase(let folder, let scans): return erase(scans, in: folder)
        case .commit(let scan, let folder): return try commit(scan, to: folder)
        case .rewrite(let verdict): try rewrite(verdict)
        case .exchange(let verdict): try exchange(verdict)
        default: try advance(action)
        }
        return nil
    }

    /// The steps of a batch and of a start.
    private func advance(_ action: SpoolAction) throws(SpoolFault) {
        switch action {
        case .countAttempt(let scan):
            try work.move(
                scan.description, to: work, as: scan.nextAttempt.description, "count-attempt")
        case .flushVerdicts(let together):
            if together {
                try verdicts.flushFileSystem("flush-verdicts")
            } else {
                try verdicts.flush("flush-verdicts")
            }
        case .flushCommits:
            try done.flush("flush-commits")
            try quarantine.flush("flush-commits")
            try work.flush("flush-commits")
        case .publish(let scan): try publish(scan)
        case .flushPublications: try verdicts.flush("flush-publications")
        case .flushClaims: try work.flush("flush-claims")
        case .removeTemporary(let arrival):
            try verdicts.removeAll(SpoolFileNames.temporary(arrival), "remove-temporary")
        case .removeRewritten(let arrival):
            try verdicts.removeAll(SpoolFileNames.rewritten(arrival), "remove-rewritten")
        default: break
        }
    }

    /// A folder whose owner lets nobody in cannot be moved: that holds up no other scan.
    ///
    /// A file has no rights of its own against that: then it is the spool's folders that refuse.
    private func commit(
        _ scan: ClaimedName, to folder: SpoolFolder
    ) throws(SpoolFault) -> SpoolEvent? {
        let name = scan.description
        do throws(SpoolFault) {
            if folder == .quarantine {
                try work.move(name, to: quarantine, as: name, "commit")
            } else {
                try work.move(name, to: done, as: name, "commit")
            }
            return nil
        } catch {
            guard error.isRefusal, !work.isRegular(name) else { throw error }
            return .notCommitted(scan, error: error.error)
        }
    }

    /// A name with the number of an arrival is the daemon's: what somebody else put there goes.
    private func publish(_ scan: ClaimedName) throws(SpoolFault) {
        let temporary = SpoolFileNames.temporary(scan.identifier)
        let name = scan.verdict.description
        do throws(SpoolFault) {
            try verdicts.move(temporary, to: verdicts, as: name, "publish")
        } catch {
            guard error.error == "EEXIST" else { throw error }
            try verdicts.removeAll(name, "publish")
            try verdicts.move(temporary, to: verdicts, as: name, "publish")
        }
    }

    /// A name that cannot be moved is left alone: one stubborn file must not hold up the others.
    ///
    /// A disk that takes no change at all is a fault.
    private func claim(_ name: [UInt8], _ scan: ClaimedName) throws(SpoolFault) -> SpoolEvent {
        let isTaken = arrivals.move(bytes: name, to: work, as: scan.description)
        if isTaken { return .claimed(scan, name) }
        switch errno {
        case ENOENT: return .notClaimed(name, .gone)
        case EIO, EROFS, ENOSPC, EDQUOT: throw .last("claim")
        default: return .notClaimed(name, .refused(error: ErrorName.last))
        }
    }

    private func listArrivals() throws(SpoolFault) -> [ArrivalEntry] {
        guard isInPlace else { throw SpoolFault(step: "list-arrivals", error: "ESTALE") }
        var entries: [ArrivalEntry] = []
        try arrivals.forEachName("list-arrivals") { name in
            if !SpoolFileNames.isIgnored(name), let entry = arrivals.entry(name) {
                entries.append(entry)
            }
            return entries.count < SpoolSettings.namesRemembered
        }
        return entries
    }
}
