internal import Glibc
internal import Spooling

/// Names of error numbers, as logs carry them: short, stable, and without a path.
package enum ErrorName {
    private static let names: [Int32: String] = [
        EACCES: "EACCES", EAGAIN: "EAGAIN", EBADF: "EBADF", EBUSY: "EBUSY", EDQUOT: "EDQUOT",
        EEXIST: "EEXIST", EINTR: "EINTR", EINVAL: "EINVAL", EIO: "EIO", EISDIR: "EISDIR",
        ELOOP: "ELOOP", EMFILE: "EMFILE", ENAMETOOLONG: "ENAMETOOLONG", ENFILE: "ENFILE",
        ENODEV: "ENODEV", ENOENT: "ENOENT", ENOMEM: "ENOMEM", ENOSPC: "ENOSPC", ENOSYS: "ENOSYS",
        ENOTDIR: "ENOTDIR", ENXIO: "ENXIO", EPERM: "EPERM", EROFS: "EROFS", ESTALE: "ESTALE",
        EXDEV: "EXDEV",
    ]

    /// The name of an error number: `EACCES`.
    package static func of(_ number: Int32) -> String { names[number] ?? "errno-\(number)" }

    /// Of the call that just failed.
    static var last: String { of(errno) }
}

extension SpoolFault {
    /// Whether the rights of one file are at fault, and not the disk.
    var isRefusal: Bool { ["EACCES", "EPERM"].contains(error) }

    /// A step of which the last call failed.
    static func last(_ step: String) -> SpoolFault { SpoolFault(step: step, error: ErrorName.last) }
}
