package import Files
internal import Glibc

/// Held by the one daemon of a spool; the kernel releases it when its process ends.
package struct SpoolLock: ~Copyable {
    private let file: Descriptor

    /// Nil when another daemon holds it.
    package init?(_ spool: String) throws(FileFault) {
        let path = "\(spool)/lock"
        let number = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard number >= 0 else { throw FileFault(ofCall: "open", path) }
        let file = Descriptor(owning: number)
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { return nil }
        self.file = file
    }

    /// Whether a daemon holds the lock of a spool now.
    package static func isHeld(_ spool: String) -> Bool {
        let number = unsafe open("\(spool)/lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard number >= 0 else { return false }
        defer { close(number) }
        return flock(number, LOCK_SH | LOCK_NB) != 0
    }
}
