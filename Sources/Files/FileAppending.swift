internal import Glibc

extension FileWriting {
    /// Adds a line to a file that only grows, and flushes it.
    package static func append(line: String, to path: String) throws(FileFault) {
        let number = unsafe open(
            path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        let file = Descriptor(owning: number)
        let error = writeAll(Array("\(line)\n".utf8), to: file.number)
        guard error == 0 else { throw FileFault(errno: error, path) }
        guard fsync(file.number) == 0 else { throw FileFault(errno: errno, path) }
    }
}
