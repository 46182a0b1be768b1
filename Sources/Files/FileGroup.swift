internal import CLinux
internal import Glibc

/// Files of one folder that get their names together: each is whole or not there, and one flush of
/// the disk serves all of them.
package struct FileGroup: ~Copyable {
    private let folder: String
    private let mode: UInt32
    private let existing: FileWriting.Existing
    /// Names whose content is written, under a temporary name.
    private var names: [String] = []

    /// Files for a folder that exists; `existing` is what becomes of a file of the same name.
    package init(in folder: String, mode: UInt32, existing: FileWriting.Existing) {
        self.folder = folder
        self.mode = mode
        self.existing = existing
    }

    deinit {
        for name in names { unsafe _ = unlink(PathText.cString(temporary(name))) }
    }

    /// Writes some files of the group, all or none, without their names.
    package mutating func add(_ files: [(name: String, bytes: [UInt8])]) throws(FileFault) {
        for (count, file) in files.enumerated() {
            do throws(FileFault) { try add(file.bytes, as: file.name) } catch {
                for name in names.suffix(count) {
                    unsafe _ = unlink(PathText.cString(temporary(name)))
                }
                names.removeLast(count)
                throw error
            }
        }
    }

    private mutating func add(_ bytes: [UInt8], as name: String) throws(FileFault) {
        let path = temporary(name)
        let number = unsafe open(
            PathText.cString(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        let file = Descriptor(owning: number)
        let error = FileWriting.writeAll(bytes, to: file.number)
        guard error == 0 else {
            unsafe _ = unlink(PathText.cString(path))
            throw FileFault(errno: error, path)
        }
        names.append(name)
    }

    /// Flushes what was added, then gives it its names, which are on the disk once this returns.
    ///
    /// If it throws, the files that have no name yet are removed.
    package mutating func publish() throws(FileFault) {
        guard !names.isEmpty else { return }
        let number = unsafe open(PathText.cString(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw FileFault(errno: errno, folder) }
        let directory = Descriptor(owning: number)
        guard jl_flush_file_system(directory.number) == 0 else {
            throw FileFault(errno: errno, folder)
        }
        while let name = names.first {
            try FileWriting.rename(temporary(name), "\(folder)/\(name)", existing)
            names.removeFirst()
        }
        guard fsync(directory.number) == 0 else { throw FileFault(errno: errno, folder) }
    }

    /// Removes what groups in a folder have left that were killed; none may be at work there.
    package static func removeLeftOvers(in folder: String) throws(FileFault) {
        for name in try Folders.names(in: folder, limit: Int.max) {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            // NAME.<process>.tmp
            guard parts.count > 2, parts.last == "tmp", Int32(parts[parts.count - 2]) != nil else {
                continue
            }
            try Folders.remove("\(folder)/\(name)")
        }
    }

    private func temporary(_ name: String) -> String { "\(folder)/\(name).\(getpid()).tmp" }
}
