internal import CLinux
internal import Files
internal import Glibc
package import Spooling

/// Announcements of the kernel about one folder.
package final class ArrivalWatch {
    package enum News: Equatable, Sendable {
        case event(SpoolEvent)
        /// The folder was removed, moved or unmounted.
        case lost
    }

    private let events: Descriptor

    /// For poll.
    package var number: Int32 { events.number }

    /// Watches a folder; nil where there is nothing to be heard: the kernel does not know of other
    /// machines' writes, or has no watch left.
    package init?(_ folder: borrowing Folder) {
        if folder.isRemote { return nil }
        let number = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard number >= 0 else { return nil }
        let owner = Descriptor(owning: number)
        let mask = UInt32(
            IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
        // By the open folder and not by its path, which may lead elsewhere by now.
        let path = "/proc/self/fd/\(folder.number)"
        guard unsafe inotify_add_watch(owner.number, path, mask) >= 0 else { return nil }
        events = owner
    }

    /// Everything announced by now, in order.
    package func news() -> [News] {
        var news: [News] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(events.number, &buffer, buffer.count)
            guard count > 0 else { return news }
            var at = 0
            while let record = ArrivalWatch.record(buffer, &at, end: count) {
                if let one = ArrivalWatch.news(record.mask, record.name) { news.append(one) }
            }
        }
    }

    private static func news(_ mask: UInt32, _ name: [UInt8]) -> News? {
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .event(.overflow) }
        let gone = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED
        if mask & UInt32(gone) != 0 { return .lost }
        if name.isEmpty { return nil }
        if mask & UInt32(IN_MOVED_TO) != 0 { return .event(.renamedIn(name)) }
        return .event(.written(name))
    }

    /// inotify(7): watch (4), mask (4), cookie (4), length (4), name padded with zeros.
    private static func record(
        _ buffer: [UInt8], _ at: inout Int, end: Int
    ) -> (mask: UInt32, name: [UInt8])? {
        guard at + 16 <= end else { return nil }
        let mask = number(buffer, at + 4)
        let next = at + 16 + Int(number(buffer, at + 12))
        guard next <= end else { return nil }
        let name = Array(buffer[(at + 16)..<next].prefix { $0 != 0 })
        at = next
        return (mask, name)
    }

    /// A number of four bytes in the order of this machine, which is little-endian.
    private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
    }
}
