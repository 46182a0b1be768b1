internal import Glibc

/// Making and looking into folders.
package enum Folders {
    /// Makes a folder and the ones above it; content with one that is there already.
    package static func make(_ path: String, mode: UInt32 = 0o755) throws(FileFault) {
        if unsafe mkdir(PathText.cString(path), mode) == 0 { return }
        switch errno {
        case EEXIST:
            var status = stat()
            guard unsafe stat(PathText.cString(path), &status) == 0,
                status.st_mode & S_IFMT == S_IFDIR
            else {
                throw FileFault(
                    .notAFile, path, "est un fichier là où il faut un dossier",
                    "is a file where a folder is needed")
            }
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
                throw FileFault(errno: ENOENT, path)
            }
            try make(String(path[..<slash]), mode: mode)
            guard unsafe mkdir(PathText.cString(path), mode) == 0 || errno == EEXIST else {
                throw FileFault(errno: errno, path)
            }
        default: throw FileFault(errno: errno, path)
        }
    }

    /// Whether there is something at the path.
    package static func exists(_ path: String) -> Bool {
        unsafe access(PathText.cString(path), F_OK) == 0
    }

    /// Whether the path is a folder.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(PathText.cString(path), &status) == 0
            && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension Folders {
    /// Names in a folder, sorted, without those that begin with a dot; at most `limit`, beyond
    /// which `too-large`.
    package static func names(in path: String, limit: Int) throws(FileFault) -> [String] {
        guard let folder = unsafe opendir(PathText.cString(path)) else {
            throw FileFault(errno: errno, path)
        }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
                unsafe Array($0.prefix { $0 != 0 })
            }
            let name = PathText.text(of: bytes)
            guard !name.hasPrefix(".") else { continue }
            guard names.count < limit else {
                throw FileFault(
                    .tooLarge, path, "plus de \(limit) fichiers", "more than \(limit) files")
            }
            names.append(name)
        }
        return names.sorted()
    }

    /// Removes a file; content when there is none.
    package static func remove(_ path: String) throws(FileFault) {
        guard unsafe unlink(PathText.cString(path)) == 0 || errno == ENOENT else {
            throw FileFault(errno: errno, path)
        }
    }
}

/// Keeps other programs of ours from changing a folder; they wait until it goes away.
package struct FolderLock: ~Copyable {
    private let file: Descriptor

    /// Waits until its holder lets go.
    package init(_ folder: String) throws(FileFault) {
        let path = "\(folder)/lock"
        let number = unsafe open(
            PathText.cString(path), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard number >= 0 else { throw FileFault(errno: errno, path) }
        while flock(number, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let fault = FileFault(errno: errno, path)
                close(number)
                throw fault
            }
        }
        file = Descriptor(owning: number)
    }
}
