internal import CLinux
package import Files
internal import Glibc

/// One open folder of the spool.
///
/// Files in it are named by bytes, relative to it, never by a path.
package struct Folder: ~Copyable {
    package struct Entry: Sendable {
        package let name: [UInt8]
        /// Milliseconds since 1970 of the last change to the file or its name.
        package let changed: Int64
        package let isRegular: Bool
    }

    package let path: String
    let descriptor: Descriptor

    /// Opens a folder, making it first when it is not there.
    package init(_ path: String, mode: UInt32) throws(FileFault) {
        try Folders.make(path, mode: mode)
        let number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw FileFault(ofCall: "open", path) }
        self.path = path
        descriptor = Descriptor(owning: number)
    }

    /// Everything in it but `.` and `..`, in no order.
    package func entries() throws(FileFault) -> [Entry] {
        // A descriptor of its own: reading a folder moves its offset.
        let number = unsafe openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0, let stream = unsafe fdopendir(number) else {
            throw FileFault(ofCall: "open", path)
        }
        defer { unsafe closedir(stream) }
        var entries: [Entry] = []
        while let next = unsafe readdir(stream) {
            let name = unsafe Folder.name(of: next)
            guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
            if let entry = entry(name) { entries.append(entry) }
        }
        return entries
    }

    /// What stands under a name; nil when it has gone meanwhile.
    private func entry(_ name: [UInt8]) -> Entry? {
        var status = stat()
        guard unsafe fstatat(descriptor.number, cString(name), &status, AT_SYMLINK_NOFOLLOW) == 0
        else { return nil }
        let changed =
            Int64(status.st_ctim.tv_sec) * 1_000 + Int64(status.st_ctim.tv_nsec) / 1_000_000
        return Entry(
            name: name, changed: changed, isRegular: status.st_mode & S_IFMT == S_IFREG)
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            unsafe Array(bytes.prefix { $0 != 0 })
        }
    }

    /// Opens a regular file that has one name only: never through a link, never waiting.
    package func openRegular(_ name: String) throws(FileFault) -> Descriptor {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
        let number = unsafe openat(descriptor.number, name, flags)
        guard number >= 0 else { throw FileFault(.notAFile, "not a regular file") }
        let file = Descriptor(owning: number)
        var status = stat()
        guard unsafe fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_nlink == 1
        else { throw FileFault(.notAFile, "not a regular file of one name") }
        return file
    }

    /// Writes a new file and flushes it to the disk.
    package func create(_ name: String, _ bytes: [UInt8], mode: UInt32) throws(FileFault) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let number = unsafe openat(descriptor.number, name, flags, mode)
        guard number >= 0 else { throw FileFault(ofCall: "create", path) }
        let file = Descriptor(owning: number)
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(
                    file.number, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            guard count > 0 || errno == EINTR else { throw FileFault(ofCall: "write", path) }
            written += max(count, 0)
        }
        guard fsync(file.number) == 0 else { throw FileFault(ofCall: "flush", path) }
    }

    /// Moves a file to another folder of the spool; never over another file.
    package func move(
        _ name: [UInt8], to folder: borrowing Folder, as newName: String
    ) throws(FileFault) {
        let result = unsafe jl_rename_no_replace(
            descriptor.number, cString(name), folder.descriptor.number, newName)
        guard result == 0 else { throw FileFault(ofCall: "rename", path) }
    }

    package func remove(_ name: String) throws(FileFault) {
        guard unsafe unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT else {
            throw FileFault(ofCall: "remove", path)
        }
    }

    /// Makes renames and removals in it durable.
    package func flush() throws(FileFault) {
        guard fsync(descriptor.number) == 0 else { throw FileFault(ofCall: "flush", path) }
    }

    /// A name for C: bytes as they are, and a zero.
    private func cString(_ name: [UInt8]) -> [CChar] {
        name.map { CChar(bitPattern: $0) } + [0]
    }
}
