internal import Files
internal import Glibc
package import Spooling

/// A file that is written again and again and need not outlive a power cut, such as metrics.
package enum PassingFile {
    /// Replaces it in one step: a reader sees the old or the new, whole.
    package static func replace(
        _ path: String, with bytes: [UInt8], mode: UInt32
    ) throws(SpoolFault) {
        do throws(FileFault) { try FileWriting.refuseUnlessReplaceable(path) } catch {
            throw SpoolFault(step: "replace", error: error.code.rawValue)
        }
        let temporary = "\(path).\(getpid())"
        let number = unsafe open(
            temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard number >= 0 else { throw .last("replace") }
        defer { close(number) }
        // Whatever the umask: a collector of metrics is somebody else.
        guard fchmod(number, mode) == 0 else { throw .last("replace") }
        try Folder.write(bytes, to: number, "replace")
        guard unsafe rename(temporary, path) == 0 else { throw .last("replace") }
    }
}
