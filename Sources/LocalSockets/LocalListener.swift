internal import Files
internal import Glibc
internal import Siblings

/// A Unix socket on which others connect.
package final class LocalListener: Sendable {
    /// Connections that may wait until they are taken.
    private static let backlog: Int32 = 64

    /// For poll.
    package let number: Int32
    private let path: String
    /// Whether the file of the socket is ours to remove.
    private let isOurs: Bool

    private init(owning number: Int32, path: String, isOurs: Bool) {
        self.number = number
        self.path = path
        self.isOurs = isOurs
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    /// Listens at `path`, where its owner and its group may connect.
    ///
    /// Takes the place of a socket that nobody listens on any more. Throws `alreadyServed`,
    /// `pathTooLong`, and `system`, as for a file that is no socket.
    package convenience init(at path: String) throws(LocalSocketFault) {
        let address = try SocketAddress(path)
        try LocalListener.removeDeadSocket(path)
        let number = try SocketAddress.socket(path)
        // The rights are there before anybody can connect.
        let before = umask(0o117)
        let result = unsafe address.pass(to: number, bind)
        let error = errno
        umask(before)
        guard result == 0 else {
            close(number)
            throw .system(FileFault(errno: error, path))
        }
        self.init(owning: number, path: path, isOurs: true)
        guard listen(number, LocalListener.backlog) == 0 else {
            throw .system(FileFault(errno: errno, path))
        }
    }

    /// The socket that a service manager has opened for the process `process`, as it says in
    /// LISTEN_PID and LISTEN_FDS (sd_listen_fds(3)); nil if it has opened none.
    ///
    /// Throws `notHandedOver` unless it is one Unix socket that listens.
    package static func handedOver(
        process: String?, count: String?
    ) throws(LocalSocketFault) -> LocalListener? {
        guard let process, let count, Int32(process) == getpid() else { return nil }
        let first: Int32 = 3
        guard count == "1", option(SO_DOMAIN, of: first) == AF_UNIX,
            option(SO_ACCEPTCONN, of: first) == 1
        else { throw .notHandedOver }
        return LocalListener(owning: first, path: "LISTEN_FDS", isOurs: false)
    }

    deinit {
        if isOurs { unsafe _ = unlink(PathText.cString(path)) }
        close(number)
    }

    /// The next connection; nil if none waits.
    package func accept() -> LocalSocket? {
        let taken = Glibc.accept(number, nil, nil)
        return taken < 0 ? nil : LocalSocket(owning: taken, path: path)
    }

    private static func removeDeadSocket(_ path: String) throws(LocalSocketFault) {
        var status = stat()
        guard unsafe lstat(PathText.cString(path), &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw .system(FileFault(errno: EEXIST, path))
        }
        do throws(LocalSocketFault) {
            _ = try LocalSocket(to: path, before: Deadline(seconds: 1))
        } catch {
            // Nobody listens: ECONNREFUSED, and not an account that may not connect.
            guard error == .system(FileFault(errno: ECONNREFUSED, path)) else { throw error }
            unsafe _ = unlink(PathText.cString(path))
            return
        }
        throw .alreadyServed(path)
    }

    private static func option(_ name: Int32, of number: Int32) -> Int32 {
        var value: Int32 = -1
        var length = socklen_t(4)
        unsafe _ = getsockopt(number, SOL_SOCKET, name, &value, &length)
        return value
    }
}
