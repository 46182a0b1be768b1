package import Files
package import Spooling

/// The folders of a spool and the steps between them (Spec/spool.md 3).
///
///     in/  ->  work/  ->  done/        the scan
///              verdicts/               one file an arrival, for whoever collects it
///              quarantine/             scans that brought the daemon down twice
///
/// The rename from `work/` to `done/` is the commit: before it the scan will be judged again,
/// after it the verdict that was written will be published.
package struct Spool: ~Copyable {
    package let arrivals: Folder
    private let work: Folder
    private let verdicts: Folder
    private let done: Folder
    private let quarantine: Folder

    /// Opens the folders, making those that are missing.
    package init(_ path: String) throws(FileFault) {
        try Folders.make(path)
        let arrivals = try Folder("\(path)/in", mode: 0o2770)
        let work = try Folder("\(path)/work", mode: 0o700)
        let verdicts = try Folder("\(path)/verdicts", mode: 0o2750)
        let done = try Folder("\(path)/done", mode: 0o700)
        let quarantine = try Folder("\(path)/quarantine", mode: 0o700)
        self.arrivals = arrivals
        self.work = work
        self.verdicts = verdicts
        self.done = done
        self.quarantine = quarantine
    }

    /// Takes a scan out of `in/`; nil when somebody else took it away meanwhile.
    package func claim(_ name: [UInt8], as identifier: ArrivalIdentifier) -> ClaimedName? {
        let claimed = ClaimedName(
            identifier: identifier, attempt: 1, name: ScanName(encoding: name))
        do {
            try arrivals.move(name, to: work, as: claimed.description)
            return claimed
        } catch {
            return nil
        }
    }

    /// Opens a claimed scan.
    package func open(_ scan: ClaimedName) throws(FileFault) -> Descriptor {
        try work.openRegular(scan.description)
    }

    /// Publishes the verdict on a scan: written and flushed, then the scan leaves `work/`, then
    /// the verdict gets its name.
    package func commit(
        _ scan: ClaimedName, verdict: [UInt8], poisoned: Bool
    ) throws(FileFault) {
        let temporary = scan.temporaryVerdictName
        try verdicts.remove(temporary)
        try verdicts.create(temporary, verdict, mode: 0o640)
        try verdicts.flush()
        let name = Array(scan.description.utf8)
        if poisoned {
            try work.move(name, to: quarantine, as: scan.description)
            try quarantine.flush()
        } else {
            try work.move(name, to: done, as: scan.description)
            try done.flush()
        }
        try work.flush()
        try publish(scan)
    }

    private func publish(_ scan: ClaimedName) throws(FileFault) {
        let temporary = Array(scan.temporaryVerdictName.utf8)
        try verdicts.move(temporary, to: verdicts, as: scan.verdictName)
        try verdicts.flush()
    }

    /// Rolls forward what a crash left, and returns the scans that must be judged again, each as
    /// its next attempt.
    package func recover() throws(FileFault) -> [ClaimedName] {
        var committed: [ArrivalIdentifier: ClaimedName] = [:]
        for scan in try Spool.claimed(in: done) + Spool.claimed(in: quarantine) {
            committed[scan.identifier] = scan
        }
        for entry in try verdicts.entries() {
            let name = String(decoding: entry.name, as: UTF8.self)
            guard let identifier = SpoolFileNames.arrival(ofTemporary: name) else { continue }
            if let scan = committed[identifier] {
                try publish(scan)
            } else {
                try verdicts.remove(name)
            }
        }
        var again: [ClaimedName] = []
        for scan in try Spool.claimed(in: work).sorted(by: { $0.identifier < $1.identifier }) {
            let next = scan.nextAttempt
            try work.move(Array(scan.description.utf8), to: work, as: next.description)
            again.append(next)
        }
        try work.flush()
        return again
    }

    private static func claimed(in folder: borrowing Folder) throws(FileFault) -> [ClaimedName] {
        try folder.entries().compactMap { ClaimedName(String(decoding: $0.name, as: UTF8.self)) }
    }
}
