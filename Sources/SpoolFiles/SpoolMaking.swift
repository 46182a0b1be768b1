package import Files
internal import Glibc

/// Makes the folders of a spool that are missing, with the rights of Spec/spool.md 1.
///
/// Those that are there are left as they are: they may be an operator's.
package enum SpoolMaking {
    package struct Plan: Sendable {
        package let name: String
        package let mode: UInt32
        /// A group's name; nil is the daemon's own.
        package let group: String?
    }

    package static func plans(dropGroup: String?, readGroup: String?) -> [Plan] {
        [
            Plan(name: "in", mode: 0o2770, group: dropGroup),
            Plan(name: "work", mode: 0o700, group: nil),
            Plan(name: "done", mode: 0o700, group: nil),
            Plan(name: "verdicts", mode: 0o2770, group: readGroup),
            Plan(name: "quarantine", mode: 0o700, group: nil),
        ]
    }

    package static func make(_ spool: String, _ plans: [Plan]) throws(FileFault) {
        try Folders.make(spool)
        for plan in plans {
            let path = "\(spool)/\(plan.name)"
            if Folders.exists(path) { continue }
            guard unsafe mkdir(path, 0o700) == 0 else { throw FileFault(ofCall: "make", path) }
            if let group = plan.group {
                guard let number = groupNumber(group) else {
                    throw FileFault(.notFound, "\(group): no such group")
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
