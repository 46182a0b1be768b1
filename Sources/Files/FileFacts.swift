internal import Glibc

/// Whose a file or folder is, who may do what with it, and when it was written.
package struct FileFacts: Equatable, Sendable {
    /// The number of the account that it belongs to.
    package let owner: UInt32
    /// The twelve bits of chmod(2).
    package let mode: UInt32
    /// When its content changed last, in seconds since 1970 (UTC).
    package let modified: Int64

    /// Nil if nothing is at the path, or nothing that this account may see.
    package init?(_ path: String) {
        var status = stat()
        guard unsafe stat(PathText.cString(path), &status) == 0 else { return nil }
        owner = status.st_uid
        mode = status.st_mode & 0o7777
        modified = Int64(status.st_mtim.tv_sec)
    }
}
