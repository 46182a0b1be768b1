/// The numbers of Spec/spool.md 3 to 6 that the brain decides by.
package struct SpoolSettings: Equatable, Sendable {
    /// Between two looks at a file that may still be growing.
    package static let lookMilliseconds: Int64 = 1_000
    /// How long an empty file must stay unchanged: some clients make one first and fill it later.
    package static let emptyMilliseconds: Int64 = 20_000
    /// How long a file that somebody has open for writing must stay unchanged.
    package static let openMilliseconds: Int64 = 600_000
    /// Folders of `in/` that are looked into.
    package static let subfolders = 1_024
    /// How long a file that could not be taken is left alone.
    package static let refusedPauseMilliseconds: Int64 = 60_000
    /// How far ahead the number of an arrival may be for others to rise above it.
    package static let numbersAheadMilliseconds: Int64 = 86_400_000
    /// Names remembered of `in/`.
    package static let namesRemembered = 65_536
    /// Between two listings where the kernel announces nothing.
    package static let pollMilliseconds: Int64 = 1_000
    /// How soon the rest is listed once these are taken.
    package static let cutPauseMilliseconds: Int64 = 200
    /// Scans claimed and not yet published.
    package static let outstanding = 256
    /// Scans handed to each worker before it asks.
    package static let handedAhead = 64
    /// Verdicts in one batch.
    package static let batch = 128
    /// How long the first verdict of a batch waits for others while scans are being judged.
    package static let batchWaitMilliseconds: Int64 = 50
    /// Fewer verdicts than this are flushed one by one; more are flushed together.
    package static let flushedAlone = 3
    /// A scan that a worker held at this many deaths of the daemon is poison.
    package static let crashes = 2
    /// How often a scan that cannot be read is tried.
    package static let readTries = 3
    package static let readPauseMilliseconds: Int64 = 1_000
    /// Waits after faults of the disk.
    package static let firstFaultPauseMilliseconds: Int64 = 1_000
    package static let lastFaultPauseMilliseconds: Int64 = 60_000
    /// How long a measure of the free space counts.
    package static let spaceBelievedMilliseconds: Int64 = 500
    package static let fullPauseMilliseconds: Int64 = 1_000
    package static let freeFiles: UInt64 = 1_024
    /// How often the brain looks for what was kept too long.
    package static let sweepPauseMilliseconds: Int64 = 60_000
    package static let journalSweepPauseMilliseconds: Int64 = 3_600_000
    /// How soon it looks again when it found more than it may erase or redact at once.
    package static let nextSweepPauseMilliseconds: Int64 = 1_000
    package static let erasedAtOnce = 2_000
    package static let redactedAtOnce = 256

    package var workers = 1
    /// How long a file written in place must stay unchanged.
    package var settleMilliseconds: Int64 = 5_000
    /// Names that are left alone in `in/`.
    package var ignored = IgnoredNames()
    /// How many levels of folders in `in/` are looked into; 0 to 2.
    package var folderLevels = 1
    package var rescanMilliseconds: Int64 = 5_000
    package var keepInputMilliseconds: Int64 = 15 * 60_000
    package var keepVerdictMilliseconds: Int64 = 72 * 3_600_000
    package var keepQuarantineMilliseconds: Int64 = 7 * 86_400_000
    package var freeBytes: UInt64 = 64 << 20
    package var stopWithinMilliseconds: Int64 = 20_000
    /// Verdicts become lines of a journal, not files.
    package var writesJournal = false

    package init() {}
}
