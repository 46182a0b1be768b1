internal import Glibc

/// Why a file could not be read or written, said so that the person knows what to do.
package struct FileFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kept a file from being read or written; stable, for scripts.
    package enum Code: String, Sendable {
        case notFound = "not-found"
        case notAFile = "not-a-file"
        case tooLarge = "too-large"
        case notAllowed = "not-allowed"
        case exists = "exists"
        case io = "io"
    }

    package let code: Code
    package let description: String

    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// From the C library's error number of a call that failed on `path`.
    package init(errno number: Int32, _ path: String) {
        switch number {
        case ENOENT, ENOTDIR: self.init(.notFound, "\(path): no such file")
        case EACCES, EPERM: self.init(.notAllowed, "\(path): permission denied")
        case EISDIR: self.init(.notAFile, "\(path): is a folder, not a file")
        case EEXIST:
            self.init(.exists, "\(path): exists already and is not overwritten")
        default:
            self.init(.io, "\(path): \(unsafe String(cString: strerror(number)))")
        }
    }
}

extension FileFault {
    /// From a call that just failed on something whose own name is not to be repeated.
    package init(ofCall call: String, _ place: String) {
        self.init(errno: errno, "\(place): \(call)")
    }
}
