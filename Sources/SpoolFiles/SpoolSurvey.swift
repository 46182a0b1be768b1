internal import Files
package import Spooling

/// How many files lie in each folder and since when, counted from outside of the daemon.
package struct SpoolSurvey: Sendable {
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
    package private(set) var work = Count()
    package private(set) var done = Count()
    package private(set) var quarantine = Count()
    /// Verdicts that say something of a person still.
    package private(set) var verdicts = Count()
    /// Verdicts that do not any more: only their file names may.
    package private(set) var redacted = Count()

    package init(_ folders: SpoolFolders) throws(SpoolFault) {
        arrivals = try SpoolSurvey.count(folders.arrivals) { !SpoolFileNames.isIgnored($0) }
        let isScan = { (name: [UInt8]) in
            ClaimedName(String(decoding: name, as: UTF8.self)) != nil
        }
        work = try SpoolSurvey.count(folders.work, isScan)
        done = try SpoolSurvey.count(folders.done, isScan)
        quarantine = try SpoolSurvey.count(folders.quarantine, isScan)
        var verdicts = Count()
        var redacted = Count()
        try folders.verdicts.forEachName("survey") { bytes in
            let name = String(decoding: bytes, as: UTF8.self)
            guard let verdict = VerdictName(name) else { return true }
            if SpoolSurvey.isRedacted(name, in: folders.verdicts) {
                redacted.add(verdict.identifier.milliseconds)
            } else {
                verdicts.add(verdict.identifier.milliseconds)
            }
            return true
        }
        self.verdicts = verdicts
        self.redacted = redacted
    }

    private static func count(
        _ folder: borrowing Folder, _ isWanted: ([UInt8]) -> Bool
    ) throws(SpoolFault) -> Count {
        var count = Count()
        try folder.forEachName("survey") { name in
            if isWanted(name), let entry = folder.entry(name) { count.add(entry.stamp.changed) }
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
