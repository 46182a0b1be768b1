internal import Files
internal import Glibc

/// An instant of the monotonic clock, which no one sets back.
package struct Deadline: Sendable {
    private let milliseconds: Int

    /// So many seconds from now, 0...3600; others are brought to the nearer end.
    package init(seconds: Int) {
        milliseconds = Self.now() + 1000 * min(max(seconds, 0), 3600)
    }

    /// Milliseconds left, for poll; 0 when it has passed.
    package var remainingMilliseconds: Int32 {
        Int32(clamping: max(0, milliseconds - Self.now()))
    }

    private static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

extension Descriptor {
    /// Waits until there is something to read, or the other side is gone; throws `timedOut`.
    func waitUntilReadable(before deadline: Deadline) throws(SiblingFault) {
        while true {
            var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&entry, 1, deadline.remainingMilliseconds)
            if ready > 0 { return }
            if ready == 0 { throw .timedOut }
            if errno != EINTR { throw .couldNotStart(errno: errno) }
        }
    }

    /// Everything written until the end; throws `badAnswer` beyond `limit` bytes, and `timedOut`.
    func answer(limit: Int, before deadline: Deadline) throws(SiblingFault) -> [UInt8] {
        var answer = [UInt8](repeating: 0, count: min(limit + 1, 65_536))
        var length = 0
        while length <= limit {
            try waitUntilReadable(before: deadline)
            if length == answer.count {
                let room = min(answer.count, limit + 1 - answer.count)
                answer.append(contentsOf: repeatElement(0, count: room))
            }
            let count = unsafe answer[length...].withUnsafeMutableBytes { room in
                unsafe read(number, room.baseAddress, room.count)
            }
            if count == 0 { return Array(answer.prefix(length)) }
            if count > 0 {
                length += count
            } else if errno != EINTR {
                throw .couldNotStart(errno: errno)
            }
        }
        throw .badAnswer
    }
}
