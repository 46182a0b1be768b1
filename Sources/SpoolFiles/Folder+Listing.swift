internal import CLinux
internal import Glibc
internal import Spooling

extension Folder {
    /// Calls `visit` with every name but `.` and `..`, in no order, until it returns false.
    func forEachName(
        _ step: String, _ visit: ([UInt8]) -> Bool
    ) throws(SpoolFault) {
        // A descriptor of its own: reading a folder moves its offset.
        let own = open(".", O_RDONLY | O_DIRECTORY)
        guard own >= 0 else { throw .last(step) }
        guard let stream = unsafe fdopendir(own) else {
            let fault = SpoolFault.last(step)
            close(own)
            throw fault
        }
        defer { unsafe closedir(stream) }
        while true {
            // Only this tells the end of a folder from an error.
            errno = 0
            guard let next = unsafe readdir(stream) else { break }
            let name = unsafe Folder.name(of: next)
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            if !visit(name) { return }
        }
        // An unreadable folder is not an empty one.
        guard errno == 0 else { throw .last(step) }
    }

    /// Names of our own making in it; others are passed over.
    func names<Name>(
        _ step: String, _ parse: (String) -> Name?
    ) throws(SpoolFault) -> [Name] {
        var names: [Name] = []
        try forEachName(step) { bytes in
            if let name = parse(String(decoding: bytes, as: UTF8.self)) { names.append(name) }
            return true
        }
        return names
    }

    /// The kinds of things that a name may be of.
    enum Kind: Equatable {
        /// A regular file of one name.
        case file
        case folder
        /// A link, a pipe, a device, or a file of several names.
        case other
    }

    /// What has a name in it; nil if it is gone meanwhile.
    ///
    /// `asksWriters` asks the kernel whether somebody has the file open for writing.
    func entry(
        _ name: [UInt8], asksWriters: Bool = false
    ) -> (entry: ArrivalEntry, kind: Kind)? {
        var status = stat()
        let cName = name.map { CChar(bitPattern: $0) } + [0]
        guard unsafe fstatat(number, cName, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        let changed =
            Int64(status.st_ctim.tv_sec) * 1_000 + Int64(status.st_ctim.tv_nsec) / 1_000_000
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: status.st_nlink == 1 ? .file : .other
            case S_IFDIR: .folder
            default: .other
            }
        var isOpen: Bool?
        if asksWriters, kind == .file {
            switch unsafe jl_is_open_for_writing(number, cName) {
            case 0: isOpen = false
            case 1: isOpen = true
            default: break
            }
        }
        let stamp = ArrivalEntry.Stamp(changed: changed, size: Int64(status.st_size))
        return (
            ArrivalEntry(name: name, stamp: stamp, isFile: kind == .file, isOpen: isOpen), kind
        )
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            unsafe Array(bytes.prefix { $0 != 0 })
        }
    }
}
