/// Something an operator should see; the log has an event for each (Spec/spool.md 8).
package enum SpoolNotice: Equatable, Sendable {
    case recovered(published: Int, removed: Int, again: Int, suspects: Int)
    case fault(step: String, error: String, waitMilliseconds: Int64)
    case inputFault(error: String, tries: Int)
    case claimRefused(error: String)
    /// A scan cannot be moved out of `work/`: it stays there, without a verdict.
    case commitRefused(error: String)
    /// Something kept too long cannot be erased.
    case eraseRefused(SpoolFolder, error: String)
    /// The list of the scans that workers hold could not be written; reported once.
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
    /// It was closed to the daemon after the claim.
    case notAllowed = "not-allowed"
}

/// How much there is to do.
package struct SpoolOutlook: Equatable, Sendable {
    /// Files of `in/` that may be taken.
    package let waiting: Int
    /// Those, and the ones that may still be growing.
    package let known: Int
    /// Files of `in/` that could not be moved or may not be read, and stay there.
    package let refused: Int
    /// Milliseconds since 1970 at which the oldest of those that may be taken arrived.
    package let oldest: Int64?
    /// Scans claimed and not yet published.
    package let working: Int
    /// Nothing is claimed because the disk has too little room.
    package let isFull: Bool
}
