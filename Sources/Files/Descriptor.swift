internal import CLinux
internal import Glibc

/// An open file, closed when its owner goes.
package struct Descriptor: ~Copyable {
    package let number: Int32

    /// Takes over a descriptor that is open.
    package init(owning number: Int32) { self.number = number }

    deinit { close(number) }

    /// Opens a regular file for reading.
    ///
    /// Never waits: a FIFO without a writer is refused like every other thing that is not a file,
    /// and a link too where `followsLinks` is false.
    package init(reading path: String, followsLinks: Bool = true) throws(FileFault) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        let number = unsafe open(
            PathText.cString(path), followsLinks ? flags : flags | O_NOFOLLOW)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        let file = Descriptor(owning: number)
        try file.requireRegular(path)
        self = file
    }

    /// Holds a file by its name and opens nothing: for libraries that take no path but UTF-8.
    ///
    /// Closing it gives up no lock that this process has on the file.
    package init(naming path: String) throws(FileFault) {
        let number = unsafe jl_open_name(PathText.cString(path))
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        self.number = number
    }

    /// A file in memory that holds these bytes, for a reader that wants a descriptor.
    package init(holding bytes: [UInt8]) throws(FileFault) {
        let number = unsafe jl_memory_file("picture")
        guard number >= 0 else { throw FileFault(errno: errno, "memory") }
        let error = FileWriting.writeAll(bytes, to: number)
        guard error == 0 else {
            close(number)
            throw FileFault(errno: error, "memory")
        }
        self.number = number
        rewind()
    }

    /// Throws unless it is a regular file; `path` is for the error only.
    func requireRegular(_ path: String) throws(FileFault) {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw FileFault(errno: errno, path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR: throw .isAFolder(path)
        default:
            throw FileFault(
                .notAFile, path, "n’est pas un fichier ordinaire", "is not a regular file")
        }
    }

    /// Everything from here to the end, at most `limit` bytes.
    ///
    /// `path` is for the error only.
    package func readAll(limit: Int, named path: String) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var count = 0
            // Not zeroed first: most inputs are a hundred times smaller. From 64 KiB on, free(3)
            // would tidy up its whole heap each time.
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 32_768) { buffer, filled in
                count = unsafe read(number, buffer.baseAddress, buffer.count)
                filled = max(count, 0)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFault(errno: errno, path)
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw .tooLarge(path, limit: limit)
            }
            bytes += chunk
        }
    }

    /// How many bytes the file has; `path` is for the error only.
    package func byteCount(named path: String) throws(FileFault) -> Int {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw FileFault(errno: errno, path) }
        return status.st_size
    }

    /// At most the first `count` bytes from here; fewer only at the end of the file.
    package func readPrefix(_ count: Int, named path: String) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let room = count - bytes.count
            var got = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                got = unsafe read(number, buffer.baseAddress, room)
                filled = max(got, 0)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw FileFault(errno: errno, path)
            }
            if got == 0 { break }
            bytes += chunk
        }
        return bytes
    }

    /// Reads from the beginning again, as the next holder of the descriptor will.
    package func rewind() { lseek(number, 0, SEEK_SET) }
}
