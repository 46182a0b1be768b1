/// What the shell tells the brain.
package enum SpoolEvent: Equatable, Sendable {
    case start
    /// Only time has passed.
    case tick
    case stop

    // Announcements of the kernel.
    case renamedIn([UInt8])
    case written([UInt8])
    /// Announcements were lost, or another folder stands there now.
    case overflow

    // Answers.
    /// The folders are open; where nothing is announced they are listed more often.
    case opened(polling: Bool)
    case spoolListed(SpoolListing)
    case arrivalsListed([ArrivalEntry])
    case looked([ArrivalEntry], of: [[UInt8]])
    case space(SpoolSpace)
    case claimed(ClaimedName, [UInt8])
    case notClaimed([UInt8], ClaimRefusal)
    case judged(ClaimedName, JudgingOutcome)
    case withdrawn([ClaimedName])
    case expiredScans(SpoolFolder, [ClaimedName], more: Bool)
    /// The ones before `until` need not be looked for again.
    case expiredVerdicts([VerdictName], until: ArrivalIdentifier?, more: Bool)
    /// So many went; the name of the error when others could not.
    case erased(SpoolFolder, Int, error: String?)
    /// The scan could not be moved, for a reason that no other scan shares.
    case notCommitted(ClaimedName, error: String)
    /// So many lines were redacted; `more` when the file was not yet gone through.
    case journalRedacted(Int, more: Bool)

    /// The action failed, and the ones that were waiting behind it were not done.
    case failed(step: String, error: String, undone: [SpoolAction])
}

/// Why a file could not be taken.
package enum ClaimRefusal: Equatable, Sendable {
    /// Somebody took it away.
    case gone
    /// It cannot be moved by us; the name of the error number.
    case refused(error: String)
}

/// What a worker made of a scan.
package enum JudgingOutcome: Equatable, Sendable {
    /// Its verdict is written; the scan goes to `done/`, or to `quarantine/` for that reason.
    case written(QuarantineReason?)
    /// The scan could not be read this time.
    case notRead(error: String)
    /// The verdict could not be written.
    case notWritten(error: String)
}

/// Room left on the file system of the spool.
package struct SpoolSpace: Equatable, Sendable {
    package let freeBytes: UInt64
    /// Nil where the file system does not count them.
    package let freeFiles: UInt64?

    package init(freeBytes: UInt64, freeFiles: UInt64?) {
        self.freeBytes = freeBytes
        self.freeFiles = freeFiles
    }
}

/// What lies in the folders when the daemon starts.
package struct SpoolListing: Equatable, Sendable {
    package var work: [ClaimedName] = []
    /// In `done/` or `quarantine/`.
    package var decided: [ClaimedName] = []
    package var temporaries: [ArrivalIdentifier] = []
    package var rewritten: [ArrivalIdentifier] = []
    /// Scans that workers held when the daemon died.
    package var held: Set<ArrivalIdentifier> = []
    /// Arrivals that have a line in the journal's last batches.
    package var recorded: Set<ArrivalIdentifier> = []
    /// The last arrival of any name in any folder: new ones must come after it.
    package var latest: ArrivalIdentifier?

    package init() {}
}
