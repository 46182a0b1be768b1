internal import Glibc

/// Owner of an open file descriptor.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Takes over `number`; throws `couldNotStart` when it is the -1 of a call that failed.
    init(owning number: Int32) throws(ReaderFailure) {
        guard number >= 0 else { throw .couldNotStart(errno: errno) }
        self.number = number
    }

    /// A copy of `number` above standard error, so that no dup2 onto 0, 1 or 2 can hit it.
    init(duplicating number: Int32) throws(ReaderFailure) {
        try self.init(owning: fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1))
    }

    deinit { _ = close(number) }

    /// Waits until there is something to read, or the other side is gone.
    func waitUntilReadable(before deadline: Deadline) throws(ReaderFailure) {
        while true {
            var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&entry, 1, deadline.remainingMilliseconds)
            if ready > 0 { return }
            if ready == 0 { throw .timedOut }
            if errno != EINTR { throw .couldNotStart(errno: errno) }
        }
    }
}
