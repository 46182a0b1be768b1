package import Files
internal import Glibc

/// Makes the folders of a spool that are missing, with the rights of Spec/spool.md 1.
///
/// Existing ones stay as they are: an operator may have made them.
package enum SpoolMaking {
    /// A folder of the spool, and the rights it gets.
    package struct Plan: Sendable {
        package let name: String
        package let mode: UInt32
        /// A group's name; nil is the daemon's own.
        package let group: String?
    }

    /// The folders of Spec/spool.md 1; a group of nil is the daemon's own.
    package static func plans(dropGroup: String?, readGroup: String?) -> [Plan] {
        [
            Plan(name: "in", mode: 0o2770, group: dropGroup),
            Plan(name: "work", mode: 0o700, group: nil),
            Plan(name: "done", mode: 0o700, group: nil),
            Plan(name: "verdicts", mode: 0o2770, group: readGroup),
            Plan(name: "quarantine", mode: 0o700, group: nil),
        ]
    }

    /// Makes the folders that are missing; leaves alone those that are there.
    package static func make(_ spool: String, _ plans: [Plan]) throws(FileFault) {
        try Folders.make(spool)
        for plan in plans {
            let path = "\(spool)/\(plan.name)"
            if Folders.exists(path) { continue }
            guard unsafe mkdir(path, 0o700) == 0 else { throw FileFault(ofCall: "make", path) }
            if let group = plan.group {
                guard let number = groupNumber(group) else {
                    throw FileFault(.notFound, group, "ce groupe n’existe pas", "no such group")
                }
                guard unsafe chown(path, uid_t.max, number) == 0 else {
                    throw FileFault(ofCall: "give to group \(group)", path)
                }
            }
            // Not by mkdir: the mask of the process would take the group's rights away.
            guard unsafe chmod(path, plan.mode) == 0 else {
                throw FileFault(ofCall: "set rights", path)
            }
        }
    }

    /// The number of a group; nil when there is none of that name.
    package static func groupNumber(_ name: String) -> UInt32? {
        unsafe getgrnam(name).map { unsafe $0.pointee.gr_gid }
    }
}

/// Rights and owner of a folder, to check an installation.
package struct FolderRights: Equatable, Sendable {
    /// The twelve bits of chmod(2).
    package let mode: UInt32
    /// Whether this process may do there what the daemon does.
    package let isUsable: Bool
    /// The number of the group that it belongs to.
    package let group: UInt32
    private let device: UInt64

    /// Nil when there is no such folder.
    package init?(_ path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return nil
        }
        mode = UInt32(status.st_mode & 0o7777)
        isUsable = unsafe access(path, R_OK | W_OK | X_OK) == 0
        group = status.st_gid
        device = UInt64(status.st_dev)
    }

    /// Whether a file can be renamed from one folder to the other.
    package func isOnSameFileSystem(as other: FolderRights) -> Bool { device == other.device }
}
