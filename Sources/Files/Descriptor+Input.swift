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
        guard try file.isStream(path) else { return file }
        var start = [UInt8](repeating: 0, count: 4_096)
        let first = unsafe start.withUnsafeMutableBytes { unsafe file.firstBytes(into: $0) }
        guard let count = first else { throw .nobodyWrites(path) }
        file.waitInReads()
        return try Descriptor(
            holding: start.prefix(count) + file.readAll(limit: limit - count, named: path))
    }

    /// Opens an input that holds a secret: the same kinds as `input`, and nothing is read yet.
    package static func secretInput(_ path: String) throws(FileFault) -> Descriptor {
        let file = try Descriptor.opened(path)
        _ = try file.isStream(path)
        return file
    }

    /// Refuses a file that every user of the machine may read, as no secret should be
    /// (`readable-by-all`); `french` and `english` name what it holds.
    package func refuseIfReadableByAll(
        named path: String, _ french: String, _ english: String
    ) throws(FileFault) {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw FileFault(errno: errno, path) }
        guard status.st_mode & S_IRWXO != 0 else { return }
        throw FileFault(
            .readableByAll, path,
            "tous les utilisateurs de cette machine peuvent lire \(french) ; "
                + "exécutez : chmod 600 \(path)",
            "every user of this machine can read \(english); run: chmod 600 \(path)")
    }

    /// Reads a secret input to its end, or until `buffer` is full, and returns how many bytes it
    /// had; no copy of them is anywhere else.
    package func fill(
        _ buffer: UnsafeMutableRawBufferPointer, named path: String
    ) throws(FileFault) -> Int {
        let first = try isStream(path) ? unsafe firstBytes(into: buffer) : 0
        guard var filled = first else { throw .nobodyWrites(path) }
        waitInReads()
        while filled < buffer.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = unsafe read(number, rest.baseAddress, rest.count)
            guard count >= 0 || errno == EINTR else { throw FileFault(errno: errno, path) }
            if count == 0 { break }
            filled += max(0, count)
        }
        return filled
    }

    /// Whether its bytes come once and cannot be read again; throws for folders and devices.
    private func isStream(_ path: String) throws(FileFault) -> Bool {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw FileFault(errno: errno, path) }
        let kind = status.st_mode & S_IFMT
        let isTyped = kind == S_IFCHR && isatty(number) == 1
        guard [S_IFIFO, S_IFSOCK].contains(kind) || isTyped else {
            try requireRegular(path)
            return false
        }
        return true
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

    /// Reads what a stream holds now, once somebody has it open for writing.
    ///
    /// Returns how many bytes, nil if nobody opens it.
    private func firstBytes(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        let isNamed = isNamed
        for _ in 0..<Descriptor.writerWait.tries {
            let count = unsafe read(number, buffer.baseAddress, buffer.count)
            if count > 0 { return count }
            if count < 0 || !isNamed { return 0 }
            usleep(Descriptor.writerWait.microseconds)
        }
        return nil
    }

    /// Whether it is a pipe in a folder; the kernel calls one that is in none `pipe:[12345]`.
    private var isNamed: Bool {
        var status = stat()
        guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else {
            return false
        }
        var name = [CChar](repeating: 0, count: 5)
        let count = unsafe readlink("/proc/self/fd/\(number)", &name, name.count)
        return count < name.count || name != Array("pipe:".utf8CString.dropLast())
    }

    /// Reads wait for bytes from here on.
    private func waitInReads() {
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK)
    }
}

extension FileFault {
    fileprivate static func nobodyWrites(_ path: String) -> FileFault {
        FileFault(
            .notAFile, path, "est un tube où personne n’écrit", "is a pipe that nobody writes to")
    }
}
