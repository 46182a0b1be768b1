package import Explaining
internal import Files
internal import Glibc

/// Held by the one daemon of a spool; the kernel releases it when its process ends.
///
/// Its file says the format of the spool, so that an older daemon leaves a newer one alone
/// (Spec/spool.md 1).
package struct SpoolLock: ~Copyable {
    package static let format = "justificatif-spool/1"

    private let file: Descriptor

    /// Nil when another daemon holds it.
    ///
    /// Throws `FileFault`, and `SpoolFormatFault` for a spool of another format.
    package init?(_ spool: String) throws {
        let path = "\(spool)/lock"
        let number = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard number >= 0 else { throw FileFault(ofCall: "open", path) }
        let file = Descriptor(owning: number)
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { return nil }
        try SpoolLock.agreeOnFormat(of: file, spool, path)
        self.file = file
    }

    /// An empty file gets the format of this version; it is empty in a spool that was never used,
    /// or only by a version that wrote none.
    private static func agreeOnFormat(
        of file: borrowing Descriptor, _ spool: String, _ path: String
    ) throws {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe pread(file.number, &bytes, bytes.count, 0)
        guard count >= 0 else { throw FileFault(ofCall: "read", path) }
        if count == 0 {
            let error = FileWriting.writeAll(Array("\(format)\n".utf8), to: file.number)
            guard error == 0 else { throw FileFault(errno: error, path) }
        } else if !bytes.prefix(count).elementsEqual("\(format)\n".utf8) {
            throw SpoolFormatFault(spool: spool)
        }
    }

    /// Whether a daemon holds the lock of a spool now.
    package static func isHeld(_ spool: String) -> Bool {
        let number = unsafe open("\(spool)/lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard number >= 0 else { return false }
        defer { close(number) }
        return flock(number, LOCK_SH | LOCK_NB) != 0
    }
}

/// The spool has a format that this version does not know: a later one made it.
package struct SpoolFormatFault: Explained, Equatable {
    private let spool: String

    package init(spool: String) { self.spool = spool }

    package var explanation: Explanation {
        Explanation(
            "spool-format", .configuration,
            "cette file est d’une version plus récente de ce service, et n’est pas touchée ; "
                + "réinstallez cette version, ou donnez un autre dossier (spool)",
            "this spool is of a later version of this service, and is left alone; install that "
                + "version again, or give another folder (spool)"
        ).about(PathText.shown(spool))
    }
}
