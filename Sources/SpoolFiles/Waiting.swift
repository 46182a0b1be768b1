internal import CLinux
package import Files
internal import Glibc

/// SIGTERM, SIGINT and SIGHUP, read from a descriptor.
package struct SignalSource: ~Copyable {
    /// What a signal asks of the daemon.
    package enum Request: Equatable, Sendable { case stop, reload }

    private let source: Descriptor

    /// For poll.
    package var number: Int32 { source.number }

    /// From now on these signals are read here only, by all threads that start later.
    package init() throws(FileFault) {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&set, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        let number = unsafe jl_signal_descriptor(&set)
        guard number >= 0 else { throw FileFault(ofCall: "open", "signals") }
        source = Descriptor(owning: number)
    }

    /// What was asked for since.
    package func requests() -> [Request] {
        var requests: [Request] = []
        var record = [UInt8](repeating: 0, count: 128)
        while unsafe read(source.number, &record, record.count) == record.count {
            requests.append(Int32(record[0]) == SIGHUP ? .reload : .stop)
        }
        return requests
    }
}

/// Lets another thread wake the one that polls.
package final class Bell: Sendable {
    /// For poll.
    package let number: Int32

    /// Makes a bell that is silent.
    package init() throws(FileFault) {
        number = jl_event_descriptor()
        guard number >= 0 else { throw FileFault(ofCall: "open", "events") }
    }

    deinit { close(number) }

    /// Wakes the thread that waits for it; may be called from any thread.
    package func ring() {
        var one: UInt64 = 1
        unsafe _ = write(number, &one, 8)
    }

    /// Makes it silent again, however often it was rung.
    package func silence() {
        var count: UInt64 = 0
        unsafe _ = read(number, &count, 8)
    }
}

/// Waits until one of some descriptors can be read.
package enum Waiting {
    /// Waits at most `milliseconds`, for ever when nil; descriptors of -1 are passed over.
    package static func untilReadable(_ numbers: [Int32], milliseconds: Int64?) {
        var entries = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let timeout = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
        unsafe _ = poll(&entries, nfds_t(entries.count), timeout)
    }
}
