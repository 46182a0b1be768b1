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
