internal import CLinux
internal import Files
internal import Glibc
package import Spooling

/// Announcements of the kernel about one folder.
package final class ArrivalWatch {
    /// What the watch has to tell.
    package enum News: Equatable, Sendable {
        case event(FolderEvent)
        /// The folder was removed, moved or unmounted.
        case lost
    }

    private static let mask = UInt32(
        IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
            | IN_ONLYDIR)

    private let events: Descriptor
    private let top: Int32
    /// The paths from `in/` of the watched folders in it, each with a slash at its end.
    private var paths: [Int32: [UInt8]] = [:]

    /// For poll.
    package var number: Int32 { events.number }

    /// Watches a folder; nil if nothing would be announced: the kernel does not know of other
    /// machines' writes, or has no watch left.
    package init?(_ folder: borrowing Folder) {
        if folder.isRemote { return nil }
        let number = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard number >= 0 else { return nil }
        let owner = Descriptor(owning: number)
        top = ArrivalWatch.add(folder, to: owner.number)
        guard top >= 0 else { return nil }
        events = owner
    }

    /// Watches a folder of `in/` too; if there is no watch left it is only listed.
    package func add(_ folder: borrowing Folder, _ path: [UInt8]) {
        let watch = ArrivalWatch.add(folder, to: events.number)
        if watch >= 0, watch != top { paths[watch] = path }
    }

    /// Returns the number of the watch, -1 if there is none left.
    private static func add(_ folder: borrowing Folder, to events: Int32) -> Int32 {
        // By the open folder and not by its path, which may lead elsewhere by now.
        unsafe inotify_add_watch(events, "/proc/self/fd/\(folder.number)", mask)
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
                if let one = self.news(record) { news.append(one) }
            }
        }
    }

    private func news(_ record: Record) -> News? {
        if record.has(IN_Q_OVERFLOW) { return .event(.overflow) }
        if record.has(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED) {
            guard record.watch != top else { return .lost }
            // What its folder is called now, the next listing tells.
            if paths.removeValue(forKey: record.watch) != nil, record.has(IN_MOVE_SELF) {
                inotify_rm_watch(events.number, record.watch)
            }
            return .event(.folderArrived)
        }
        if record.name.isEmpty { return nil }
        if record.has(IN_ISDIR) { return .event(.folderArrived) }
        let name =
            record.watch == top ? record.name : paths[record.watch].map { $0 + record.name }
        guard let name else { return nil }
        if record.has(IN_MOVED_TO) { return .event(.renamedIn(name)) }
        return .event(record.has(IN_CLOSE_WRITE) ? .written(name) : .beingWritten(name))
    }

    private struct Record {
        let watch: Int32
        let mask: UInt32
        let name: [UInt8]

        func has(_ bits: Int32) -> Bool { mask & UInt32(bits) != 0 }
    }

    /// inotify(7): watch (4), mask (4), cookie (4), length (4), name padded with zeros.
    private static func record(
        _ buffer: [UInt8], _ at: inout Int, end: Int
    ) -> Record? {
        guard at + 16 <= end else { return nil }
        let watch = Int32(bitPattern: number(buffer, at))
        let mask = number(buffer, at + 4)
        let next = at + 16 + Int(number(buffer, at + 12))
        guard next <= end else { return nil }
        let name = Array(buffer[(at + 16)..<next].prefix { $0 != 0 })
        at = next
        return Record(watch: watch, mask: mask, name: name)
    }

    /// A number of four bytes in the order of this machine, which is little-endian.
    private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
    }
}
