internal import CLinux
internal import Files
internal import Glibc
internal import Spooling

/// Retention (Spec/spool.md 5).
extension SpoolFolders {
    func listExpired(
        _ folder: SpoolFolder, from: Int64, before: Int64, limit: Int
    ) throws(SpoolFault) -> SpoolEvent {
        switch folder {
        case .verdicts: return try expiredVerdicts(from: from, before: before, limit: limit)
        case .quarantine: return try expiredScans(quarantine, folder, before, limit)
        case .done, .work: return try expiredScans(done, .done, before, limit)
        }
    }

    private func expiredScans(
        _ place: borrowing Folder, _ folder: SpoolFolder, _ before: Int64, _ limit: Int
    ) throws(SpoolFault) -> SpoolEvent {
        var scans: [ClaimedName] = []
        try place.forEachName("list-expired") { bytes in
            // What arrived later was decided later: only old ones are looked at.
            guard let scan = ClaimedName(String(decoding: bytes, as: UTF8.self)),
                scan.identifier.milliseconds < before,
                let entry = place.entry(bytes), entry.stamp.changed < before
            else { return true }
            scans.append(scan)
            return scans.count <= limit
        }
        return .expiredScans(folder, Array(scans.prefix(limit)), more: scans.count > limit)
    }

    private func expiredVerdicts(
        from: Int64, before: Int64, limit: Int
    ) throws(SpoolFault) -> SpoolEvent {
        var due = try verdicts.names("list-expired") { name in
            VerdictName(name).flatMap {
                (from..<max(from, before)).contains($0.identifier.milliseconds) ? $0 : nil
            }
        }
        due.sort { $0.identifier < $1.identifier }
        let taken = Array(due.prefix(limit))
        let more = due.count > limit
        let until = more ? taken.last?.identifier.milliseconds ?? from : before
        return .expiredVerdicts(taken, until: until, more: more)
    }

    func erase(_ scans: [ClaimedName], in folder: SpoolFolder) throws(SpoolFault) {
        for scan in scans {
            if folder == .quarantine {
                try quarantine.removeAll(scan.description, "erase")
            } else {
                try done.remove(scan.description, "erase")
            }
        }
    }

    /// Writes a verdict anew without what it says of a person, beside it; nothing when it was
    /// collected, or rewritten before.
    func rewrite(_ verdict: VerdictName) throws(SpoolFault) {
        guard let file = try? verdicts.openScan(verdict.description),
            let bytes = try? file.readAll(limit: 1_048_576, named: "verdict"),
            let redacted = Redaction.line(bytes)
        else { return }
        let name = SpoolFileNames.rewritten(verdict.identifier)
        try verdicts.create(name, redacted, mode: 0o640, durably: false, "rewrite")
    }

    /// Puts the rewritten verdict in the place of the old one in one step.
    ///
    /// One that was collected meanwhile does not come back: then there is nothing to change places
    /// with.
    func exchange(_ verdict: VerdictName) throws(SpoolFault) {
        let name = SpoolFileNames.rewritten(verdict.identifier)
        let result = unsafe jl_exchange(verdicts.number, name, verdict.description)
        guard result == 0 || errno == ENOENT else { throw .last("exchange") }
        try verdicts.remove(name, "exchange")
    }
}
