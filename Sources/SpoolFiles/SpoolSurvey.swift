internal import Files
internal import Glibc
package import Spooling

/// How many files lie in each folder and since when, counted from outside of the daemon.
package struct SpoolSurvey: Sendable {
    /// How many files wait in a folder.
    package struct Count: Equatable, Sendable {
        package var files = 0
        /// Milliseconds since 1970 of the oldest; nil when there is none.
        package var oldest: Int64?

        package init() {}

        mutating func add(_ milliseconds: Int64) {
            files += 1
            oldest = min(oldest ?? milliseconds, milliseconds)
        }
    }

    package private(set) var arrivals = Count()
    /// Files of `in/` that this account may not read: they stay there.
    package let unreadable: Int
    /// Folders of `in/` that are not looked into, or cannot be.
    package let closedFolders: Int
    package private(set) var work = Count()
    package private(set) var done = Count()
    package private(set) var quarantine = Count()
    /// Verdicts that say something of a person still.
    package private(set) var verdicts = Count()
    /// Sheets, which do as long as they are there.
    package private(set) var sheets = Count()
    /// Verdicts that do not any more: only their file names may.
    package private(set) var redacted = Count()

    /// Counts what is in the folders now; throws `SpoolFault` if one cannot be read.
    package init(_ folders: SpoolFolders) throws(SpoolFault) {
        var listing = ArrivalListing(folders, asksRights: true)
        try listing.add(folders.arrivals, prefix: [], level: 0) { _, _ in }
        for entry in listing.entries { arrivals.add(entry.stamp.changed) }
        (unreadable, closedFolders) = (listing.unreadable, listing.folders)
        let isScan = { (name: [UInt8]) in
            ClaimedName(String(decoding: name, as: UTF8.self)) != nil
        }
        work = try SpoolSurvey.count(folders.work, isScan)
        done = try SpoolSurvey.count(folders.done, isScan)
        quarantine = try SpoolSurvey.count(folders.quarantine, isScan)
        var verdicts = Count()
        var redacted = Count()
        var sheets = Count()
        try folders.verdicts.forEachName("survey") { bytes in
            let name = String(decoding: bytes, as: UTF8.self)
            guard let verdict = VerdictName(name) else { return true }
            if verdict.form != .object {
                sheets.add(verdict.identifier.milliseconds)
            } else if SpoolSurvey.isRedacted(name, in: folders.verdicts) {
                redacted.add(verdict.identifier.milliseconds)
            } else {
                verdicts.add(verdict.identifier.milliseconds)
            }
            return true
        }
        self.verdicts = verdicts
        self.redacted = redacted
        self.sheets = sheets
    }

    private static func count(
        _ folder: borrowing Folder, _ isWanted: ([UInt8]) -> Bool
    ) throws(SpoolFault) -> Count {
        var count = Count()
        try folder.forEachName("survey") { name in
            if isWanted(name), let found = folder.entry(name) {
                count.add(found.entry.stamp.changed)
            }
            return true
        }
        return count
    }

    static func isRedacted(_ name: String, in folder: borrowing Folder) -> Bool {
        guard let file = try? folder.openScan(name),
            let bytes = try? file.readAll(limit: 1_048_576, named: "verdict")
        else { return false }
        return Redaction.line(bytes) == nil
    }
}

/// How many lines of a journal say something of a person still, and since when.
package struct JournalSurvey: Sendable {
    package private(set) var lines = SpoolSurvey.Count()
    /// It was read to its end.
    package private(set) var isWhole = false

    /// A journal that was collected, or is not there yet, has no line.
    package init(_ path: String) {
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard number >= 0 else {
            isWhole = errno == ENOENT
            return
        }
        defer { close(number) }
        var rest = JournalLines(reading: number)
        do throws(SpoolFault) {
            while let line = try rest.next() {
                guard let arrival = Journal.arrival(in: line), !Journal.isRedacted(line) else {
                    continue
                }
                lines.add(arrival.milliseconds)
            }
            isWhole = true
        } catch { isWhole = false }
    }
}
