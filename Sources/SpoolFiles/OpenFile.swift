internal import Glibc

/// What is open, beside what its path leads to by now.
enum OpenFile {
    /// Whether a path still leads to an open file or folder: nothing was renamed, replaced or
    /// mounted over.
    static func stands(_ number: Int32, at path: String) -> Bool {
        var (mine, named) = (stat(), stat())
        guard unsafe fstat(number, &mine) == 0, unsafe stat(path, &named) == 0 else {
            return false
        }
        return mine.st_dev == named.st_dev && mine.st_ino == named.st_ino
    }
}
