internal import Glibc

/// What changes when another file takes a name: enough to see, at no cost, that something is new.
package struct FileStamp: Equatable, Sendable {
    private let device: UInt64
    private let file: UInt64
    private let size: Int64
    private let seconds: Int64
    private let nanoseconds: Int64

    /// Nil when there is nothing at the path.
    package init?(_ path: String) {
        var status = stat()
        guard unsafe stat(PathText.cString(path), &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        file = UInt64(status.st_ino)
        size = Int64(status.st_size)
        seconds = Int64(status.st_mtim.tv_sec)
        nanoseconds = Int64(status.st_mtim.tv_nsec)
    }
}
