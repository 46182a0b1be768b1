internal import Files
internal import Glibc
package import Siblings

/// One connection over a Unix socket, closed when its last owner goes.
///
/// Nothing here waits beyond a deadline.
package final class LocalSocket: Sendable {
    private let number: Int32
    /// What faults call it.
    private let path: String

    /// Takes over a connected socket.
    init(owning number: Int32, path: String) {
        self.number = number
        self.path = path
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    /// Connects to the socket at `path`; throws `system`, `pathTooLong` and `timedOut`.
    package convenience init(to path: String, before deadline: Deadline) throws(LocalSocketFault) {
        let number = try SocketAddress.socket(path)
        self.init(owning: number, path: path)
        let address = try SocketAddress(path)
        // A socket whose queue is full says so at once.
        while unsafe address.pass(to: number, connect) != 0 {
            guard errno == EAGAIN || errno == EINTR else {
                throw .system(FileFault(errno: errno, path))
            }
            guard deadline.remainingMilliseconds > 0 else { throw .timedOut }
            usleep(5_000)
        }
    }

    deinit { close(number) }

    /// The uid of the process that connected, by the kernel's word; nil if it does not say.
    package var peer: UInt32? {
        // struct ucred (pid, uid, gid), which Swift's Glibc does not show.
        var credentials: [UInt32] = [0, 0, 0]
        var length = socklen_t(12)
        let result = unsafe getsockopt(number, SOL_SOCKET, SO_PEERCRED, &credentials, &length)
        return result == 0 && length == 12 ? credentials[1] : nil
    }

    /// Everything the other side sends until it says that it has ended, or leaves.
    ///
    /// Throws `tooLarge` beyond `limit` bytes, `timedOut`, and `system`.
    package func readAll(limit: Int, before deadline: Deadline) throws(LocalSocketFault) -> [UInt8]
    {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 32_768)
        while true {
            try wait(for: POLLIN, before: deadline)
            let count = unsafe recv(number, &chunk, chunk.count, 0)
            // Reset: it left without reading all of ours. What it had sent came first.
            if count == 0 || count < 0 && errno == ECONNRESET { return all }
            if count > 0 {
                guard all.count + count <= limit else { throw .tooLarge(limit: limit) }
                all += chunk.prefix(count)
            } else if errno != EAGAIN && errno != EINTR {
                throw .system(FileFault(errno: errno, path))
            }
        }
    }

    /// Sends everything; throws `timedOut`, and `system` if the other side is gone.
    package func write(_ bytes: [UInt8], before deadline: Deadline) throws(LocalSocketFault) {
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, before: deadline)
            let count = unsafe bytes[sent...].withUnsafeBytes { rest in
                unsafe send(number, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                sent += count
            } else if errno != EAGAIN && errno != EINTR {
                throw .system(FileFault(errno: errno, path))
            }
        }
    }

    /// Tells the other side that nothing more is sent.
    package func endWriting() { _ = shutdown(number, Int32(SHUT_WR)) }

    private func wait(for event: Int32, before deadline: Deadline) throws(LocalSocketFault) {
        while true {
            var entry = pollfd(fd: number, events: Int16(event), revents: 0)
            let ready = unsafe poll(&entry, 1, deadline.remainingMilliseconds)
            if ready > 0 { return }
            if ready == 0 { throw .timedOut }
            if errno != EINTR { throw .system(FileFault(errno: errno, path)) }
        }
    }
}
