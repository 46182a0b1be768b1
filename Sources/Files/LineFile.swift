internal import Glibc

/// A file of lines that only grows and that one program holds at a time.
///
/// Lines that `append` was given are on the disk once it returns. A line that a stop left half
/// written is taken off when the file is opened again.
package struct LineFile: ~Copyable {
    package let path: String
    /// The lines there were when it was opened, without their ends.
    package let lines: [[UInt8]]
    private let file: Descriptor

    /// Opens the file, or makes it with `mode`; it may have `limit` bytes.
    ///
    /// Throws `FileFault`, also if another program holds it.
    package init(_ path: String, mode: UInt32, limit: Int) throws(FileFault) {
        let number = unsafe open(
            PathText.cString(path), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
            mode)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        let file = Descriptor(owning: number)
        try file.requireRegular(path)
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else { throw FileFault(errno: EBUSY, path) }
        let bytes = try file.readAll(limit: limit, named: path)
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if end < bytes.count, ftruncate(number, end) != 0 { throw FileFault(errno: errno, path) }
        if bytes.isEmpty { try FileWriting.flushFolder(of: path) }
        self.path = path
        lines = bytes[..<end].split(separator: UInt8(ascii: "\n")).map { Array($0) }
        self.file = file
    }

    /// Adds lines, with one flush for all of them.
    package func append(_ lines: [String]) throws(FileFault) {
        guard !lines.isEmpty else { return }
        let bytes = lines.flatMap { Array("\($0)\n".utf8) }
        let error = FileWriting.writeAll(bytes, to: file.number)
        guard error == 0 else { throw FileFault(errno: error, path) }
        guard fsync(file.number) == 0 else { throw FileFault(errno: errno, path) }
    }
}
