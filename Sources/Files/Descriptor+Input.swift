internal import Glibc

extension Descriptor {
    /// How long a named pipe may be without anybody who writes to it.
    private static let writerWait = (tries: 40, microseconds: UInt32(50_000))

    /// Opens an input of a command: a regular file, or what comes through a pipe or is typed, which
    /// is read to its end, at most `limit` bytes, and held in memory.
    ///
    /// `<(...)` of a shell and `/dev/stdin` are pipes. A named pipe that nobody opens for writing
    /// within 2 s is refused, and so are folders and devices.
    package static func input(
        _ path: String, limit: Int
    ) throws(FileFault) -> Descriptor {
        let file = try Descriptor.opened(path)
        var status = stat()
        guard unsafe fstat(file.number, &status) == 0 else { throw FileFault(errno: errno, path) }
        let kind = status.st_mode & S_IFMT
        let isTyped = kind == S_IFCHR && isatty(file.number) == 1
        guard [S_IFIFO, S_IFSOCK].contains(kind) || isTyped else {
            try file.requireRegular(path)
            return file
        }
        let start = kind == S_IFIFO ? try file.firstBytes(ofPipe: path) : []
        file.waitInReads()
        return try Descriptor(
            holding: start + file.readAll(limit: limit - start.count, named: path))
    }

    /// A path of one of our own descriptors may be what only they open: a socket, or a pipe of
    /// another account.
    private static func opened(_ path: String) throws(FileFault) -> Descriptor {
        let number = unsafe open(
            PathText.cString(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        if number >= 0 { return Descriptor(owning: number) }
        let error = errno
        let own = path == "/dev/stdin" ? 0 : ownNumber(path)
        let copy = own.map { fcntl($0, F_DUPFD_CLOEXEC, 0) } ?? -1
        guard copy >= 0 else { throw FileFault(errno: error, path) }
        return Descriptor(owning: copy)
    }

    private static func ownNumber(_ path: String) -> Int32? {
        let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
        return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }

    /// What a pipe holds now, once somebody has it open for writing.
    private func firstBytes(ofPipe path: String) throws(FileFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let isNamed = isNamed
        for _ in 0..<Descriptor.writerWait.tries {
            let count = unsafe read(number, &bytes, bytes.count)
            if count > 0 { return Array(bytes.prefix(count)) }
            if count < 0 || !isNamed { return [] }
            usleep(Descriptor.writerWait.microseconds)
        }
        throw FileFault(
            .notAFile, path, "est un tube où personne n’écrit", "is a pipe that nobody writes to")
    }

    /// Whether it is in a folder; the kernel calls a pipe that is in none `pipe:[12345]`.
    private var isNamed: Bool {
        var name = [CChar](repeating: 0, count: 5)
        let count = unsafe readlink("/proc/self/fd/\(number)", &name, name.count)
        return count < name.count || name != Array("pipe:".utf8CString.dropLast())
    }

    /// Reads wait for bytes from here on.
    private func waitInReads() {
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK)
    }
}
