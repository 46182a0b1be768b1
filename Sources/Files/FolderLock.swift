internal import Glibc

/// Keeps other programs of ours from changing a folder; they wait until it goes away.
package struct FolderLock: ~Copyable {
    private let file: Descriptor

    /// Waits until its holder lets go.
    package init(_ folder: String) throws(FileFault) {
        let path = "\(folder)/lock"
        let number = unsafe open(
            PathText.cString(path), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        while flock(number, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let fault = FileFault(errno: errno, path)
                close(number)
                throw fault
            }
        }
        file = Descriptor(owning: number)
    }
}
