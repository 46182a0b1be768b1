internal import Glibc

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
