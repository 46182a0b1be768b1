package import Files
internal import Glibc

/// The account that a folder belongs to.
///
/// A command that an administrator runs as root, and that is at work in the folder of a service
/// only, does all of it as that service. One that also reads or writes what is root's alone stays
/// root: its files belong to the owner of their folder (`FileWriting`).
package enum FolderOwner {
    /// Whether this process may act for every account.
    package static var isRoot: Bool { geteuid() == 0 }

    /// Gives up root, for good, for the owner of `path` or of the nearest folder above it that is
    /// there; returns the name of that account.
    ///
    /// Files that only root may read must be open by then. Does nothing and returns nil if this
    /// process is not root, or if the owner is. Throws `FileFault` if the system refuses.
    package static func become(of path: String) throws(FileFault) -> String? {
        guard isRoot, let status = nearest(path), status.st_uid != 0 else { return nil }
        let entry = unsafe getpwuid(status.st_uid)
        let name = unsafe entry.map { unsafe String(cString: $0.pointee.pw_name) }
        // Groups first: without root nothing can be changed any more.
        let groups =
            if let name { unsafe initgroups(name, status.st_gid) } else { setgroups(0, nil) }
        guard groups == 0, setgid(status.st_gid) == 0, setuid(status.st_uid) == 0 else {
            throw FileFault(errno: errno, path)
        }
        return name ?? "\(status.st_uid)"
    }

    private static func nearest(_ path: String) -> stat? {
        var status = stat()
        var path = path
        while unsafe stat(PathText.cString(path), &status) != 0 {
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
            path = String(path[..<slash])
        }
        return status
    }
}
