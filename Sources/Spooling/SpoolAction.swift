/// One thing for the shell to do; each is small enough that a stop between two of them is the
/// only stop there is to think of.
package enum SpoolAction: Equatable, Sendable {
    // Looking. Each is answered by an event.
    case openSpool
    case listSpool
    case listArrivals
    case look([[UInt8]])
    case measureSpace
    case listExpired(SpoolFolder, SweepRange, limit: Int)

    // Scans.
    case claim([UInt8], as: ClaimedName)
    case countAttempt(ClaimedName)
    /// Handed to a worker, which answers later; `durably` asks it to flush what it writes.
    case judge(ClaimedName, Judging, durably: Bool)
    /// Takes back what no worker has begun.
    case withdraw

    // A batch (Spec/spool.md 3, 3 to 7); `together` flushes the file system, not the folder only.
    case flushVerdicts(together: Bool)
    /// Answered only when it cannot be done for a reason of its own.
    case commit(ClaimedName, to: SpoolFolder)
    case flushCommits
    case publish(ClaimedName)
    case flushPublications
    case settled([ClaimedName])

    // The same with a journal (Spec/spool.md 10).
    case flushClaims
    case record([ClaimedName])

    // What a stop left, and what is kept no longer.
    case removeTemporary(ArrivalIdentifier)
    case removeRewritten(ArrivalIdentifier)
    /// Answered by what was done.
    case erase(SpoolFolder, [ClaimedName])
    case rewrite(VerdictName)
    case exchange(VerdictName)
    /// Goes on with what was begun, if anything was; answered by an event.
    case redactJournal(before: Int64)

    case report(SpoolNotice)
    case stop(left: Int)
}

/// The folders that hold claimed scans or verdicts.
package enum SpoolFolder: String, Equatable, Hashable, Sendable, CaseIterable {
    case work, done, verdicts, quarantine
}

/// How a worker comes to its verdict.
package enum Judging: Equatable, Sendable {
    /// By reading the scan.
    case content
    /// Without touching it: it was there when the daemon died, twice.
    case poison
    /// Without it: it could not be read.
    case unreadable
}

/// What an operator should see.
package enum SpoolNotice: Equatable, Sendable {
    case recovered(published: Int, removed: Int, again: Int, suspects: Int)
    case fault(step: String, error: String, wait: Int64)
    case inputFault(error: String, tries: Int)
    case claimRefused(error: String)
    /// A scan cannot be moved out of `work/`: it stays there, without a verdict.
    case commitRefused(error: String)
    /// Something kept too long cannot be erased.
    case eraseRefused(SpoolFolder, error: String)
    /// Which scans workers hold could not be written down; told once.
    case slotFault(error: String)
    case quarantined(reason: QuarantineReason)
    case full(freeBytes: UInt64)
    case roomAgain(freeBytes: UInt64)
    case overflow
    case erased(SpoolFolder, Int)
    case redacted(Int)
    case stopping(left: Int)
}

/// Why a scan does not go to `done/`.
package enum QuarantineReason: String, Equatable, Sendable {
    case poison
    case notAFile = "not-a-file"
}
