internal import CLinux
internal import Glibc
package import Spooling

/// One open folder of the spool.
///
/// Files in it are named by bytes, relative to it, and never reached through a link or a mount.
package struct Folder: ~Copyable, Sendable {
    package let path: String
    let number: Int32

    /// Opens a folder that is there; `step` is what a fault says was tried.
    package init(_ path: String) throws(SpoolFault) {
        number = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard number >= 0 else { throw .last("open-folder") }
        self.path = path
    }

    deinit { close(number) }

    /// Opens a folder in another one, never through a link.
    init(beneath folder: borrowing Folder, _ name: [UInt8], _ step: String) throws(SpoolFault) {
        let cName = name.map { CChar(bitPattern: $0) } + [0]
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
        number = unsafe jl_open_beneath(folder.number, cName, flags, 0)
        guard number >= 0 else { throw .last(step) }
        path = "\(folder.path)/\(String(decoding: name, as: UTF8.self))"
    }

    /// Whether the path still leads to this folder.
    package var isInPlace: Bool { Folder.isOpen(number, at: path) }

    /// Whether a path still leads to an open file or folder: nothing was renamed, replaced or
    /// mounted over.
    static func isOpen(_ number: Int32, at path: String) -> Bool {
        var (open, named) = (stat(), stat())
        guard unsafe fstat(number, &open) == 0, unsafe stat(path, &named) == 0 else {
            return false
        }
        return open.st_dev == named.st_dev && open.st_ino == named.st_ino
    }

    /// Opens a file beneath it; the number is -1 when that failed.
    func open(_ name: String, _ flags: Int32, mode: UInt32 = 0) -> Int32 {
        while true {
            let file = unsafe jl_open_beneath(number, name, flags | O_CLOEXEC | O_NOFOLLOW, mode)
            if file >= 0 || errno != EINTR { return file }
        }
    }

    /// Moves a file to another folder of the spool; never over another file.
    func move(
        _ name: String, to folder: borrowing Folder, as newName: String, _ step: String
    ) throws(SpoolFault) {
        guard rename(Array(name.utf8), to: folder, as: newName) else { throw .last(step) }
    }

    /// The same for a name of somebody else's, which is bytes; tells whether it was moved.
    func move(bytes name: [UInt8], to folder: borrowing Folder, as newName: String) -> Bool {
        rename(name, to: folder, as: newName)
    }

    /// Network disks do not know a rename that refuses to replace: there the name is looked for
    /// first, in folders that nobody but the daemon writes to (Spec/spool.md 4).
    private func rename(
        _ name: [UInt8], to folder: borrowing Folder, as newName: String
    ) -> Bool {
        let cName = name.map { CChar(bitPattern: $0) } + [0]
        if unsafe jl_rename_no_replace(number, cName, folder.number, newName) == 0 { return true }
        guard errno == EINVAL else { return false }
        if folder.exists(newName) {
            errno = EEXIST
            return false
        }
        return unsafe renameat(number, cName, folder.number, newName) == 0
    }

    /// Whether an entry of this name exists.
    func exists(_ name: String) -> Bool {
        var status = stat()
        return unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Removes a file; content when there is none.
    func remove(_ name: String, _ step: String) throws(SpoolFault) {
        guard unsafe unlinkat(number, name, 0) == 0 || errno == ENOENT else { throw .last(step) }
    }

    /// Makes renames and removals in it durable.
    ///
    /// On a descriptor of its own: one whose flush failed is never asked again, since the kernel
    /// would answer that all is well.
    func flush(_ step: String) throws(SpoolFault) {
        let own = open(".", O_RDONLY | O_DIRECTORY)
        guard own >= 0 else { throw .last(step) }
        defer { close(own) }
        guard fsync(own) == 0 else { throw .last(step) }
    }

    /// Makes everything on its file system durable.
    func flushFileSystem(_ step: String) throws(SpoolFault) {
        guard jl_flush_file_system(number) == 0 else { throw .last(step) }
    }

    /// Whether the kernel does not announce what other machines write here (Spec/spool.md 4).
    package var isRemote: Bool {
        RemoteFileSystems.types.contains(UInt32(truncatingIfNeeded: jl_file_system_type(number)))
    }

    /// Room left on its file system.
    package var space: SpoolSpace {
        var status = statvfs()
        guard unsafe fstatvfs(number, &status) == 0 else {
            return SpoolSpace(freeBytes: 0, freeFiles: 0)
        }
        return SpoolSpace(
            freeBytes: UInt64(status.f_bavail) * UInt64(status.f_frsize),
            freeFiles: status.f_files == 0 ? nil : UInt64(status.f_favail))
    }
}

/// Magic numbers of statfs(2) of file systems that somebody else writes to.
enum RemoteFileSystems {
    static let types: Set<UInt32> = [
        0x6969,  // NFS
        0x517B, 0xFF53_4D42, 0xFE53_4D42,  // SMB, CIFS, SMB 2
        0x0102_1997,  // 9P
        0x6573_5546,  // FUSE
        0x5346_414F, 0x6B41_4653,  // AFS
        0x00C3_6400,  // Ceph
        0x7375_7245,  // Coda
        0x7461_636F,  // OCFS2
        0x0116_1970,  // GFS2
        0x0BD0_0BD0,  // Lustre
        0x786F_4256,  // VirtualBox
    ]
}
