/// One thing for the shell to do.
///
/// Each is one small step, so that a stop can only fall between two of them.
package enum SpoolAction: Equatable, Sendable {
    case folders(FolderAction)
    case daemon(DaemonAction)
}

/// A step in the five folders of a spool; `SpoolFolders` performs them.
package enum FolderAction: Equatable, Sendable {
    // Looking. Each returns an event.
    case listArrivals
    case look([[UInt8]])
    case measureSpace
    case listExpired(SpoolFolder, SweepRange, limit: Int)

    // Scans.
    case claim([UInt8], as: ClaimedName)
    case countAttempt(ClaimedName)

    // A batch (Spec/spool.md 3, steps 3 to 7).
    /// `together` flushes the whole file system, otherwise the folder only.
    case flushVerdicts(together: Bool)
    /// Returns an event only if this scan cannot be moved for a reason of its own.
    case commit(ClaimedName, to: SpoolFolder)
    case flushCommits
    case publish(ClaimedName)
    case flushPublications
    /// With a journal, in the place of `flushVerdicts` (Spec/spool.md 10).
    case flushClaims

    // What a stop left, and what was kept too long.
    case removeTemporary(ArrivalIdentifier)
    case removeRewritten(ArrivalIdentifier)
    /// Returns how many were erased.
    case erase(SpoolFolder, [ClaimedName])
    case rewrite(VerdictName)
    case exchange(VerdictName)
}

/// A step for the rest of the daemon: workers, journal, log.
package enum DaemonAction: Equatable, Sendable {
    case openSpool
    case listSpool
    /// Hands a scan to a worker, which reports later; `durably` asks it to flush what it writes.
    case judge(ClaimedName, VerdictBasis, durably: Bool)
    /// Takes back the scans that no worker has begun.
    case withdraw
    /// Appends the verdicts on these scans to the journal and flushes it (Spec/spool.md 10).
    case record([ClaimedName])
    /// The batch is published.
    case settled([ClaimedName])
    /// Redacts a part of the journal, or goes on with what was begun; in milliseconds since 1970.
    case redactJournal(before: Int64)
    case report(SpoolNotice)
    case stop(left: Int)
}

/// The folders that hold claimed scans or verdicts.
package enum SpoolFolder: String, Equatable, Hashable, Sendable, CaseIterable {
    case work, done, verdicts, quarantine
}

/// What a worker bases its verdict on.
package enum VerdictBasis: Equatable, Sendable {
    /// The content of the scan.
    case content
    /// Nothing: the scan was being judged each time the daemon died.
    case poison
    /// Nothing: the scan could not be read.
    case unreadable
}
