internal import Files
internal import Glibc
internal import Siblings

extension Descriptor {
    /// Takes over `number`; throws `couldNotStart` when it is the -1 of a call that failed.
    static func checked(_ number: Int32) throws(ReaderFailure) -> Descriptor {
        guard number >= 0 else { throw .couldNotStart(errno: errno) }
        return Descriptor(owning: number)
    }

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
