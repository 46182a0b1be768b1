internal import Glibc

/// Rights and owner of a folder, for whoever checks an installation.
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

    package func isOnSameFileSystem(as other: FolderRights) -> Bool { device == other.device }
}
