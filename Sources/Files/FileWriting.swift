internal import CLinux
internal import Glibc

/// Who may read what states something of a person: the account that writes it, and nobody else.
package enum PersonalFile {
    package static let mode: UInt32 = 0o600
    package static let folderMode: UInt32 = 0o700
}

/// Writing that leaves either the old file or the whole new one, whatever dies when.
///
/// What root writes belongs to the owner of the folder, who could not replace it otherwise.
package enum FileWriting {
    /// What to do when a file of that name is there already.
    package enum Existing: Sendable {
        case refuse
        case replace
    }

    /// Writes `bytes` to `path`: temporary file beside it, flushed, renamed, folder flushed.
    package static func write(
        _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, existing: Existing
    ) throws(FileFault) {
        var fault: FileFault?
        unsafe bytes.withUnsafeBytes { buffer in
            do throws(FileFault) {
                unsafe try write(buffer, to: path, mode: mode, existing: existing)
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
    }

    /// The same for bytes that must not be copied into an array, such as a secret.
    package static func write(
        _ bytes: UnsafeRawBufferPointer, to path: String, mode: UInt32, existing: Existing
    ) throws(FileFault) {
        // A friendly early answer; the rename below is what really protects the other file.
        if existing == .refuse, unsafe access(PathText.cString(path), F_OK) == 0 {
            throw FileFault(errno: EEXIST, path)
        }
        if existing == .replace { try refuseUnlessReplaceable(path) }
        let temporary = "\(path).\(getpid()).tmp"
        do throws(FileFault) {
            unsafe try create(temporary, bytes, mode: mode)
            try rename(temporary, path, existing)
        } catch {
            unsafe _ = unlink(PathText.cString(temporary))
            throw error
        }
        try flushFolder(of: path)
    }

    /// A rename takes the place of anything but a folder: by a slip, of `/dev/null` for the whole
    /// machine.
    ///
    /// Content when there is nothing at the path, and with a link, which is replaced as a name.
    package static func refuseUnlessReplaceable(_ path: String) throws(FileFault) {
        var status = stat()
        guard unsafe lstat(PathText.cString(path), &status) == 0 else { return }
        guard ![S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) else { return }
        throw FileFault(
            .notAFile, path, "n’est pas un fichier ordinaire et n’est pas remplacé",
            "is not a regular file and is not replaced")
    }

    private static func create(
        _ path: String, _ bytes: UnsafeRawBufferPointer, mode: UInt32
    ) throws(FileFault) {
        let number = unsafe open(
            PathText.cString(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        let file = Descriptor(owning: number)
        try giveToOwner(ofFolder: folder(of: path), file)
        let error = unsafe writeAll(bytes, to: file.number)
        guard error == 0 else { throw FileFault(errno: error, path) }
        guard fsync(file.number) == 0 else { throw FileFault(errno: errno, path) }
    }

    /// Writes all bytes to an open descriptor, such as standard output.
    ///
    /// Goes on after a short write or a signal, and waits while a pipe is full. Returns 0, or the
    /// errno value of the write that failed.
    package static func writeAll(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
    ) -> Int32 {
        var written = 0
        while written < bytes.count {
            let count = unsafe Glibc.write(
                descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count > 0 {
                written += count
            } else if count == 0 {
                return EIO
            } else if errno == EAGAIN {
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                unsafe poll(&entry, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// The same for an array.
    package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
    }

    static func rename(
        _ from: String, _ path: String, _ existing: Existing
    ) throws(FileFault) {
        let (old, new) = (PathText.cString(from), PathText.cString(path))
        let result =
            switch existing {
            case .replace: unsafe Glibc.rename(old, new)
            case .refuse: unsafe jl_rename_no_replace(AT_FDCWD, old, AT_FDCWD, new)
            }
        guard result == 0 else { throw FileFault(errno: errno, path) }
    }

    /// Makes a rename durable: the name lives in the folder, which has its own flush.
    package static func flushFolder(of path: String) throws(FileFault) {
        let folder = folder(of: path)
        let number = unsafe open(PathText.cString(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw FileFault(errno: errno, folder) }
        let descriptor = Descriptor(owning: number)
        guard fsync(descriptor.number) == 0 else { throw FileFault(errno: errno, folder) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension FileWriting {
    /// Adds a line to a file that only grows, and flushes it.
    package static func append(line: String, to path: String) throws(FileFault) {
        let number = unsafe open(
            PathText.cString(path), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
            0o644)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        let file = Descriptor(owning: number)
        let error = writeAll(Array("\(line)\n".utf8), to: file.number)
        guard error == 0 else { throw FileFault(errno: error, path) }
        guard fsync(file.number) == 0 else { throw FileFault(errno: errno, path) }
    }
}
