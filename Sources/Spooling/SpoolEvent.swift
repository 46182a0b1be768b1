/// What the shell tells the brain.
package enum SpoolEvent: Equatable, Sendable {
    case folders(FolderEvent)
    case daemon(DaemonEvent)
}

/// What happened in the folders: announcements of the kernel, and results of folder actions.
package enum FolderEvent: Equatable, Sendable {
    case renamedIn([UInt8])
    /// Somebody made a file or wrote to it, and has not closed it yet.
    case beingWritten([UInt8])
    /// Somebody closed a file after writing.
    case written([UInt8])
    /// A folder was made in `in/`, or renamed into it.
    case folderArrived
    /// Announcements were lost, or the path now leads to another folder.
    case overflow

    case arrivalsListed([ArrivalEntry])
    case looked([ArrivalEntry], of: [[UInt8]])
    case space(SpoolSpace)
    case claimed(ClaimedName, [UInt8])
    case notClaimed([UInt8], ClaimRefusal)
    /// The scan could not be moved, for a reason that concerns no other scan.
    case notCommitted(ClaimedName, error: String)
    case expiredScans(SpoolFolder, [ClaimedName], more: Bool)
    /// Those before `until` need not be looked for again.
    case expiredVerdicts([VerdictName], until: ArrivalIdentifier?, more: Bool)
    /// How many were erased; the name of the error if others could not be.
    case erased(SpoolFolder, Int, error: String?)
}

/// What happened in the rest of the daemon.
package enum DaemonEvent: Equatable, Sendable {
    case start
    /// Only time has passed.
    case tick
    case stop
    /// The folders are open; `polling` if the kernel announces nothing there.
    case opened(polling: Bool)
    case spoolListed(SpoolListing)
    case judged(ClaimedName, JudgingOutcome)
    case withdrawn([ClaimedName])
    /// How many lines were redacted; `more` if the file has not been gone through yet.
    case journalRedacted(Int, more: Bool)
    /// An action failed, and those that were waiting behind it were not performed.
    case failed(step: String, error: String, undone: [SpoolAction])
}

/// A file as it is in `in/`.
package struct ArrivalEntry: Equatable, Sendable {
    /// What changes while somebody still writes.
    package struct Stamp: Equatable, Sendable {
        /// Milliseconds since 1970 of the last change to the file or its name.
        package let changed: Int64
        /// Bytes.
        package let size: Int64

        package init(changed: Int64, size: Int64) {
            self.changed = changed
            self.size = size
        }
    }

    /// The bytes of its name, as dropped; that of a file in a folder begins with the folder's and
    /// a slash.
    package let name: [UInt8]
    package let stamp: Stamp
    /// A regular file of one name: not a link, a pipe or a device.
    package let isFile: Bool
    /// Whether somebody has it open for writing; nil if the kernel does not say.
    package let isOpen: Bool?

    package init(name: [UInt8], stamp: Stamp, isFile: Bool = true, isOpen: Bool? = nil) {
        self.name = name
        self.stamp = stamp
        self.isFile = isFile
        self.isOpen = isOpen
    }
}

/// Why a file could not be taken.
package enum ClaimRefusal: Equatable, Sendable {
    /// Somebody took it away.
    case gone
    /// We cannot move it, or may not read it; the name of the error number.
    case refused(error: String)
}

/// What a worker made of a scan.
package enum JudgingOutcome: Equatable, Sendable {
    /// Its verdict is written; the scan goes to `done/`, or to `quarantine/` for this reason.
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

/// What is in the folders when the daemon starts.
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
