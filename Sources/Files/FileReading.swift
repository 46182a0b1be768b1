internal import Glibc

/// Bounded reading of a file or of standard input.
package enum FileReading {
    /// All bytes of a regular file of at most `limit` bytes.
    package static func bytes(of path: String, limit: Int) throws(FileFault) -> [UInt8] {
        let file = try Descriptor(reading: path)
        return try file.readAll(limit: limit, named: path)
    }

    /// All bytes of standard input, at most `limit`.
    package static func standardInput(limit: Int) throws(FileFault) -> [UInt8] {
        let copy = Descriptor(owning: dup(STDIN_FILENO))
        return try copy.readAll(limit: limit, named: "-")
    }

    /// `-` is standard input, everything else the path of a file or a pipe.
    package static func bytes(ofInput input: String, limit: Int) throws(FileFault) -> [UInt8] {
        if input == "-" { return try standardInput(limit: limit) }
        return try Descriptor.input(input, limit: limit).readAll(limit: limit, named: input)
    }
}

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
