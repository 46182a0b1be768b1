package import Explaining
internal import Files
internal import Glibc
internal import Spooling

/// Why a scan could not be opened.
package enum ScanRefusal: Explained, Equatable {
    case notAFile(NoFile)
    /// A file that we may not read.
    case notAllowed
    /// The machine could not just now; the name of the error number.
    case notNow(String)

    package var explanation: Explanation {
        switch self {
        case .notAFile(let what):
            Explanation("not-a-file", .files, what.words)
        case .notAllowed:
            Explanation("not-allowed", .files, "accès refusé", "permission denied")
        case .notNow(let error):
            Explanation(
                "not-now", .files, "le système ne peut pas l’ouvrir maintenant (\(error))",
                "the system cannot open it now (\(error))")
        }
    }
}

/// What is not a file of one name.
package enum NoFile: Sendable {
    case link, folder, severalNames
    /// A pipe, a socket or a device.
    case device

    fileprivate var words: Wording {
        switch self {
        case .link: Wording("est un lien, pas un fichier", "is a link, not a file")
        case .folder: Wording("est un dossier, pas un fichier", "is a folder, not a file")
        case .severalNames:
            Wording("est un fichier à plusieurs noms", "is a file of several names")
        case .device:
            Wording("n’est pas un fichier ordinaire", "is not a regular file")
        }
    }
}

extension Folder {
    /// Opens a regular file that has one name only: never through a link, never waiting.
    func openScan(_ name: String) throws(ScanRefusal) -> Descriptor {
        let file = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else {
            switch errno {
            case ELOOP, ENXIO, EISDIR, ENODEV, EXDEV: throw .notAFile(noFile(name) ?? .device)
            case EACCES, EPERM:
                if let kind = noFile(name) { throw .notAFile(kind) }
                throw .notAllowed
            default: throw .notNow(ErrorName.last)
            }
        }
        let owner = Descriptor(owning: file)
        var status = stat()
        guard unsafe fstat(owner.number, &status) == 0 else { throw .notNow(ErrorName.last) }
        if let kind = Folder.noFile(status) { throw .notAFile(kind) }
        return owner
    }

    /// What a name is of, if not of a file of one name.
    private func noFile(_ name: String) -> NoFile? {
        var status = stat()
        guard unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return Folder.noFile(status)
    }

    private static func noFile(_ status: stat) -> NoFile? {
        switch status.st_mode & S_IFMT {
        case S_IFREG: status.st_nlink == 1 ? nil : .severalNames
        case S_IFLNK: .link
        case S_IFDIR: .folder
        default: .device
        }
    }

    /// Whether this account may read what has a name; a link is not followed.
    func mayRead(_ name: [UInt8]) -> Bool {
        let cName = name.map { CChar(bitPattern: $0) } + [0]
        let flags = AT_EACCESS | AT_SYMLINK_NOFOLLOW
        return unsafe faccessat(number, cName, R_OK, flags) == 0 || errno != EACCES
    }

    /// Whether a name is that of a regular file.
    func isRegular(_ name: String) -> Bool {
        var status = stat()
        return unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
            && status.st_mode & S_IFMT == S_IFREG
    }

    /// Writes a new file; flushes it when asked to.
    ///
    /// What has that name is a left-over of ours, or has no business there, and goes.
    func create(
        _ name: String, _ bytes: [UInt8], mode: UInt32, durably: Bool, _ step: String
    ) throws(SpoolFault) {
        let flags = O_WRONLY | O_CREAT | O_EXCL
        var file = open(name, flags, mode: mode)
        if file < 0, errno == EEXIST {
            try removeAll(name, step)
            file = open(name, flags, mode: mode)
        }
        guard file >= 0 else { throw .last(step) }
        let owner = Descriptor(owning: file)
        try Folder.write(bytes, to: owner.number, step)
        guard !durably || fsync(owner.number) == 0 else { throw .last(step) }
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: [UInt8], to file: Int32, _ step: String) throws(SpoolFault) {
        let error = FileWriting.writeAll(bytes, to: file)
        guard error == 0 else { throw SpoolFault(step: step, error: ErrorName.of(error)) }
    }

    /// Removes what has a name, a folder with all that is in it to a depth of 16.
    func removeAll(_ name: String, _ step: String, depth: Int = 0) throws(SpoolFault) {
        if unsafe unlinkat(number, name, 0) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM, depth < 16 else { throw .last(step) }
        let inner = try Folder(beneath: self, Array(name.utf8), step)
        var names: [String] = []
        try inner.forEachName(step) { bytes in
            // A name that is no text cannot be told to the kernel from here; it stays.
            if let name = String(validating: bytes, as: UTF8.self) { names.append(name) }
            return true
        }
        for name in names { try inner.removeAll(name, step, depth: depth + 1) }
        guard unsafe unlinkat(number, name, AT_REMOVEDIR) == 0 else { throw .last(step) }
    }
}
