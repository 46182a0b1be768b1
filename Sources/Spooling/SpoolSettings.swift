/// The numbers of Spec/spool.md 3 to 6 that the brain decides by.
///
/// Times are milliseconds.
package struct SpoolSettings: Equatable, Sendable {
    /// How long a file written in place must stand still.
    package static let quiet: Int64 = 2_000
    /// How long a file that could not be taken is left alone.
    package static let refusedPause: Int64 = 60_000
    /// How far ahead the number of an arrival may be for others to rise above it.
    package static let numbersAhead: Int64 = 86_400_000
    /// Names remembered of `in/`.
    package static let namesRemembered = 65_536
    /// Milliseconds between listings where nothing is announced.
    package static let poll: Int64 = 1_000
    /// How soon the rest is listed when these are done.
    package static let cutPause: Int64 = 200
    /// Scans claimed and not yet published.
    package static let outstanding = 256
    /// Scans handed to each worker before it asks.
    package static let handedAhead = 64
    /// Verdicts in one batch.
    package static let batch = 128
    /// How long the first verdict of a batch waits for others while scans are being judged.
    package static let batchWait: Int64 = 50
    /// Few verdicts are flushed one by one; more are flushed together.
    package static let flushedAlone = 3
    /// A scan that was in a worker's hands at this many ends of the daemon is poison.
    package static let crashes = 2
    /// How often a scan that cannot be read is tried, and how long apart.
    package static let readTries = 3
    package static let readPause: Int64 = 1_000
    /// Waits after faults of the disk.
    package static let firstFaultPause: Int64 = 1_000
    package static let lastFaultPause: Int64 = 60_000
    /// How long a measure of the free space is believed.
    package static let spaceBelieved: Int64 = 500
    package static let fullPause: Int64 = 1_000
    package static let freeFiles: UInt64 = 1_024
    /// How often what is kept too long is looked for, and how much goes in a second.
    package static let sweepPause: Int64 = 60_000
    package static let journalSweepPause: Int64 = 3_600_000
    package static let nextSweepPause: Int64 = 1_000
    package static let erasedAtOnce = 2_000
    package static let redactedAtOnce = 256

    package var workers = 1
    package var rescan: Int64 = 5_000
    package var keepInput: Int64 = 15 * 60_000
    package var keepVerdict: Int64 = 72 * 3_600_000
    package var keepQuarantine: Int64 = 7 * 86_400_000
    package var freeBytes: UInt64 = 64 << 20
    package var stopWithin: Int64 = 20_000
    /// Verdicts become lines of a journal, not files.
    package var writesJournal = false

    package init() {}
}
