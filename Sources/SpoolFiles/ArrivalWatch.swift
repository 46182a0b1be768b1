internal import CLinux
package import Files
internal import Glibc

/// Wakes up for new files and for signals: inotify and signalfd under one poll.
package struct ArrivalWatch: ~Copyable {
    package enum Wake: Equatable, Sendable {
        /// Names that were renamed in; others may have been written in place.
        case arrivals([[UInt8]])
        /// SIGTERM or SIGINT: finish and go.
        case stop
        /// SIGHUP: read the lists again.
        case reload
        /// Nothing happened in time.
        case timeout
    }

    private let events: Descriptor
    private let signals: Descriptor

    /// Watches a folder.
    ///
    /// From now on SIGTERM, SIGINT and SIGHUP are read here only.
    package init(_ folder: borrowing Folder) throws(FileFault) {
        let events = Descriptor(owning: inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)))
        let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)
        guard unsafe inotify_add_watch(events.number, folder.path, mask) >= 0 else {
            throw FileFault(ofCall: "watch", folder.path)
        }
        self.events = events
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&set, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        signals = Descriptor(owning: unsafe jl_signal_descriptor(&set))
    }

    /// Waits at most `milliseconds`.
    package func wait(milliseconds: Int64) -> Wake {
        var entries = [
            pollfd(fd: signals.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: events.number, events: Int16(POLLIN), revents: 0),
        ]
        guard unsafe poll(&entries, 2, Int32(clamping: milliseconds)) > 0 else { return .timeout }
        if entries[0].revents != 0, let signal = readSignal() {
            return signal == SIGHUP ? .reload : .stop
        }
        return .arrivals(readNames())
    }

    private func readSignal() -> Int32? {
        var record = [UInt8](repeating: 0, count: 128)
        guard unsafe read(signals.number, &record, record.count) == record.count else { return nil }
        return Int32(record[0])
    }

    /// inotify(7): watch (4), mask (4), cookie (4), length (4), name padded with zeros.
    private func readNames() -> [[UInt8]] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe read(events.number, &buffer, buffer.count)
        var names: [[UInt8]] = []
        var at = 0
        while at + 16 <= count {
            let mask = ArrivalWatch.number(buffer, at + 4)
            let end = at + 16 + Int(ArrivalWatch.number(buffer, at + 12))
            guard end <= count else { break }
            if mask & UInt32(IN_MOVED_TO) != 0 {
                names.append(Array(buffer[(at + 16)..<end].prefix { $0 != 0 }))
            }
            at = end
        }
        return names
    }

    /// A number of four bytes in the order of this machine, which is little-endian.
    private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
    }
}
