internal import CLinux
internal import Files
internal import Glibc
internal import JSONFields
internal import Spooling

/// Retention (Spec/spool.md 5).
extension SpoolFolders {
    func listExpired(
        _ folder: SpoolFolder, _ range: SweepRange, limit: Int
    ) throws(SpoolFault) -> FolderEvent {
        switch folder {
        case .verdicts: return try expiredVerdicts(range, limit)
        case .quarantine: return try expiredScans(quarantine, folder, range, limit)
        case .done, .work: return try expiredScans(done, .done, range, limit)
        }
    }

    private func expiredScans(
        _ place: borrowing Folder, _ folder: SpoolFolder, _ range: SweepRange, _ limit: Int
    ) throws(SpoolFault) -> FolderEvent {
        var scans: [ClaimedName] = []
        try place.forEachName("list-expired") { bytes in
            guard let scan = ClaimedName(String(decoding: bytes, as: UTF8.self)),
                !range.isYoung(scan.identifier),
                let found = place.entry(bytes), found.entry.stamp.changed < range.before
            else { return true }
            scans.append(scan)
            return scans.count <= limit
        }
        return .expiredScans(folder, Array(scans.prefix(limit)), more: scans.count > limit)
    }

    private func expiredVerdicts(
        _ range: SweepRange, _ limit: Int
    ) throws(SpoolFault) -> FolderEvent {
        let all = try verdicts.names("list-expired") { VerdictName($0) }
        let due = all.filter { range.holds($0.identifier) }
            .sorted { $0.identifier < $1.identifier }
        let ahead = all.filter { range.isFuture($0.identifier) && isOld($0, range) }
        let until =
            due.count > limit
            ? due[limit].identifier : ArrivalIdentifier(milliseconds: range.before, number: 0)
        return .expiredVerdicts(
            Array((due + ahead).prefix(limit)), until: until, more: due.count + ahead.count > limit)
    }

    /// Whether a verdict whose number says nothing of its age is due, by the time of its file.
    private func isOld(_ verdict: VerdictName, _ range: SweepRange) -> Bool {
        let name = verdict.description
        guard let found = verdicts.entry(Array(name.utf8)) else { return false }
        return found.entry.stamp.changed < range.before
            && !SpoolSurvey.isRedacted(name, in: verdicts)
    }

    /// What cannot be erased holds up nothing else; the first error is told.
    func erase(_ scans: [ClaimedName], in folder: SpoolFolder) -> FolderEvent {
        var count = 0
        var refused: String?
        for scan in scans {
            do throws(SpoolFault) {
                if folder == .quarantine {
                    try quarantine.removeAll(scan.description, "erase")
                } else {
                    try done.removeAll(scan.description, "erase")
                }
                count += 1
            } catch { refused = refused ?? error.error }
        }
        return .erased(folder, count, error: refused)
    }

    /// Writes a verdict anew without what it says of a person, beside it; nothing for a sheet, and
    /// when it was collected, or rewritten before.
    func rewrite(_ verdict: VerdictName) throws(SpoolFault) {
        guard verdict.form == .object, let file = try? verdicts.openScan(verdict.description),
            let bytes = try? file.readAll(limit: 1_048_576, named: "verdict"),
            let redacted = Redaction.line(bytes)
        else { return }
        let name = SpoolFileNames.rewritten(verdict.identifier)
        try verdicts.create(name, redacted, mode: 0o640, durably: false, "rewrite")
    }

    /// Puts the rewritten verdict in the place of the old one in one step; erases a sheet.
    ///
    /// One that was collected meanwhile does not come back: then there is nothing to change places
    /// with.
    func exchange(_ verdict: VerdictName) throws(SpoolFault) {
        guard verdict.form == .object else {
            return try verdicts.removeAll(verdict.description, "erase-sheet")
        }
        let name = SpoolFileNames.rewritten(verdict.identifier)
        var result = unsafe jl_exchange(verdicts.number, name, verdict.description)
        // A network disk knows plain renames only.
        if result != 0, errno == EINVAL, verdicts.exists(verdict.description) {
            result = unsafe renameat(
                verdicts.number, name, verdicts.number, verdict.description)
        }
        guard result == 0 || errno == ENOENT else { throw .last("exchange") }
        try verdicts.remove(name, "exchange")
    }
}

/// A verdict without what it says of a person (Spec/spool.md 5).
package enum Redaction {
    private static let kept = [
        "arrival", "checked_at", "family", "format", "input", "simulated", "verdict",
    ]

    /// The line of a verdict, redacted and with its line end; nil when it is so already.
    ///
    /// What cannot be read as a verdict keeps nothing but the word that it was redacted.
    package static func line(_ bytes: [UInt8]) -> [UInt8]? {
        var fields: JSONObject = [:]
        if case .object(let all)? = try? JSONValue(parsing: bytes, from: "verdict") {
            if all["redacted"] == .bool(true) { return nil }
            fields = JSONObject(all.filter { kept.contains($0.key) })
        }
        fields["redacted"] = .bool(true)
        return JSONValue.object(fields).lineBytes()
    }
}
