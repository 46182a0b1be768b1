package import Explaining
internal import Files
internal import JSONFields
package import SpoolFiles
package import Spooling

/// The configuration of the daemon: the file's keys, then what the command line says
/// (Spec/spool.md 9).
package struct DaemonSettings: Sendable {
    /// Read if it is there and no other file was named.
    package static let usualPath = "/etc/justificatif/justificatifd.json"
    /// How long an input may be kept after its verdict.
    package static let keepInputMinutesRange: ClosedRange<Int> = 0...1_440
    /// How long a verdict may keep what it says of a person.
    package static let keepVerdictHoursRange: ClosedRange<Int> = 1...8_760

    package var spool = "/var/spool/justificatif"
    package var lists = "/var/lib/justificatif/lists"
    package var roots: String?
    var workers = 0
    package var keepInputMinutes = 15
    package var keepVerdictHours = 72
    var keepQuarantineDays = 7
    var freeMebibytes = 64
    var rescanSeconds = 5
    var stopSeconds = 20
    var settleSeconds = 5
    /// Levels of folders in `in/` that are looked into.
    var folderLevels = 1
    /// Names with one of these endings are left alone in `in/`, beside the usual ones.
    var temporaryEndings: [String] = []
    /// A verdict for each justificatif of each page.
    package var several = false
    /// The form of a sheet beside each verdict; nil for none.
    package var sheets: VerdictForm?
    /// Whether PDFs are expected, so that it is a fault if none can be read.
    var expectsPDF = false
    package var dropGroup: String?
    package var readGroup: String?
    package var journal: String?
    package var metrics: String?

    /// Reads `path`, or the usual file if there is one; then the command line has its say.
    ///
    /// Throws `FileFault` if the file cannot be read, and `SettingsFault` for a key that is unknown
    /// or out of its range, and for two settings that exclude each other.
    package init(
        _ path: String?, overriding: (inout DaemonSettings) -> Void = { _ in }
    ) throws {
        if let path {
            try read(path)
        } else if Folders.exists(DaemonSettings.usualPath) {
            try read(DaemonSettings.usualPath)
        }
        overriding(&self)
        guard !several || journal == nil else { throw SettingsFault.severalInJournal }
        guard sheets == nil || journal == nil else { throw SettingsFault.sheetsInJournal }
    }

    private mutating func read(_ file: String) throws {
        let bytes = try FileReading.bytes(of: file, limit: JSONValue.byteLimit)
        do throws(JSONFault) {
            var fields = try JSONFields(JSONValue(parsing: bytes, from: file), at: file)
            try read(&fields)
            try fields.finish()
        } catch {
            throw SettingsFault(error)
        }
    }

    private mutating func read(_ fields: inout JSONFields) throws(JSONFault) {
        spool = try fields.optionalText("spool") ?? spool
        lists = try fields.optionalText("lists") ?? lists
        roots = try fields.optionalText("roots")
        workers = try fields.number("workers", 0...16) ?? workers
        keepInputMinutes =
            try fields.number("keep_input_minutes", DaemonSettings.keepInputMinutesRange)
            ?? keepInputMinutes
        keepVerdictHours =
            try fields.number("keep_verdict_hours", DaemonSettings.keepVerdictHoursRange)
            ?? keepVerdictHours
        keepQuarantineDays =
            try fields.number("keep_quarantine_days", 0...365) ?? keepQuarantineDays
        freeMebibytes = try fields.number("free_mib", 1...1_048_576) ?? freeMebibytes
        rescanSeconds = try fields.number("rescan_seconds", 1...60) ?? rescanSeconds
        stopSeconds = try fields.number("stop_seconds", 1...600) ?? stopSeconds
        settleSeconds = try fields.number("settle_seconds", 1...600) ?? settleSeconds
        folderLevels = try fields.number("folder_levels", 0...2) ?? folderLevels
        if fields.has("temporary_endings") {
            temporaryEndings = try fields.texts("temporary_endings")
            // An empty one would be the ending of every name.
            guard temporaryEndings.allSatisfy({ (1...32).contains($0.utf8.count) }) else {
                throw fields.fault(
                    "temporary_endings", "chacune doit avoir de 1 à 32 octets",
                    "each must have 1 to 32 bytes")
            }
        }
        several = try fields.optionalBool("several") ?? several
        sheets = try fields.sheetForm("sheets")
        expectsPDF = try fields.optionalBool("expects_pdf") ?? expectsPDF
        dropGroup = try fields.optionalText("drop_group")
        readGroup = try fields.optionalText("read_group")
        journal = try fields.optionalText("journal")
        metrics = try fields.optionalText("metrics")
        guard metrics?.hasSuffix(".prom") ?? true else {
            throw fields.fault(
                "metrics", "le nom doit finir par .prom", "the name must end with .prom")
        }
    }

    /// Threads that judge.
    var workerCount: Int {
        workers > 0 ? workers : min(Processors.usable, 16)
    }

    private var ignored: IgnoredNames { IgnoredNames(endings: temporaryEndings) }

    /// Opens the folders of the spool, which must exist.
    package func openFolders() throws(SpoolFault) -> SpoolFolders {
        try SpoolFolders(spool, ignoring: ignored, levels: folderLevels, sheets: sheets)
    }

    var brain: SpoolSettings {
        var settings = SpoolSettings()
        settings.workers = workerCount
        settings.keepInputMilliseconds = Int64(keepInputMinutes) * 60_000
        settings.keepVerdictMilliseconds = Int64(keepVerdictHours) * 3_600_000
        settings.keepQuarantineMilliseconds = Int64(keepQuarantineDays) * 86_400_000
        settings.freeBytes = UInt64(freeMebibytes) << 20
        settings.rescanMilliseconds = Int64(rescanSeconds) * 1_000
        settings.stopWithinMilliseconds = Int64(stopSeconds) * 1_000
        settings.settleMilliseconds = Int64(settleSeconds) * 1_000
        settings.ignored = ignored
        settings.folderLevels = folderLevels
        settings.writesJournal = journal != nil
        return settings
    }
}

extension JSONFields {
    /// A whole number within a range.
    fileprivate mutating func number(
        _ name: String, _ range: ClosedRange<Int>
    ) throws(JSONFault) -> Int? {
        guard let number = try optionalInteger(name) else { return nil }
        guard let number = Int(exactly: number), range.contains(number) else {
            throw fault(
                name, "doit être de \(range.lowerBound) à \(range.upperBound)",
                "must be \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}

extension JSONFields {
    /// `text` or `html`; nil if it is absent.
    fileprivate mutating func sheetForm(_ name: String) throws(JSONFault) -> VerdictForm? {
        switch try optionalText(name) {
        case nil: return nil
        case "text": return .text
        case "html": return .page
        case .some: throw fault(name, "doit être text ou html", "must be text or html")
        }
    }
}

/// Why the configuration cannot be used: what is data elsewhere is configuration here.
package struct SettingsFault: Explained, Equatable {
    package let explanation: Explanation

    init(_ fault: JSONFault) {
        explanation = Explanation(fault.code, .configuration, fault.explanation.words)
    }

    private init(_ code: String, _ french: String, _ english: String) {
        explanation = Explanation(code, .configuration, french, english)
    }

    static let severalInJournal = SettingsFault(
        "several-journal",
        "several et journal s’excluent : une ligne du journal contient un seul verdict",
        "several and journal exclude each other: a line of the journal holds one verdict")

    static let sheetsInJournal = SettingsFault(
        "sheets-journal",
        "sheets et journal s’excluent : les feuilles accompagnent des fichiers de verdict",
        "sheets and journal exclude each other: sheets go with files of verdicts")
}
