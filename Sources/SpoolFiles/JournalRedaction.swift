internal import CLinux
internal import Files
internal import Glibc
package import Spooling

/// Takes out of a journal what was kept too long, a little at a time (Spec/spool.md 5, 10).
///
/// The daemon goes on between two steps, and what it appends meanwhile is copied as well. The new
/// file is whole and durable before it takes the name.
package final class JournalRedaction {
    /// What one step reads and redacts at the most.
    static let bytesAtOnce = 8 << 20
    static let linesAtOnce = 2_000

    private enum Phase: Equatable {
        /// Whether there is a line that is due and not yet redacted.
        case searching
        /// Everything before it is copied unchanged.
        case copyingHead(to: off_t)
        case redacting
        /// The lines that are not due: after one of these there is no other.
        case copyingTail
        case over
    }

    private let path: String
    private let before: Int64
    private let old: Descriptor
    /// The descriptor of the new file, once there is one.
    private var new: Int32?
    private var phase = Phase.searching
    /// What was read of the old file.
    private var place: off_t = 0
    private var lines: JournalLines

    /// Lines that were redacted.
    package private(set) var count = 0
    /// There is nothing left to do.
    package var isOver: Bool { phase == .over }
    /// The new file has the name: the journal must be opened anew.
    package private(set) var hasTakenTheName = false

    /// Lines of before `before`, in milliseconds since 1970, are due; nil when there is no file.
    package init?(_ path: String, before: Int64) throws(SpoolFault) {
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard number >= 0 else {
            if errno == ENOENT { return nil }
            throw .last("redact-journal")
        }
        self.path = path
        self.before = before
        old = Descriptor(owning: number)
        lines = JournalLines(reading: number)
    }

    deinit { if let new { close(new) } }

    /// Does a little more.
    package func step() throws(SpoolFault) {
        let start = place
        let counted = count
        while phase != .over, Int(place - start) < JournalRedaction.bytesAtOnce,
            count - counted < JournalRedaction.linesAtOnce
        {
            switch phase {
            case .searching: try search()
            case .copyingHead(let end): try copyHead(to: end)
            case .redacting: try redact()
            case .copyingTail: try copyTail()
            case .over: break
            }
        }
        // Now and not all at the end, when it would take as long as the file is large.
        if let new, fdatasync(new) != 0 { throw .last("redact-journal") }
    }

    private func search() throws(SpoolFault) {
        guard let line = try lines.next(), isDue(line) else { return phase = .over }
        guard !Journal.isRedacted(line) else { return place += off_t(line.count + 1) }
        let number = unsafe open(
            Journal.rewritten(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard number >= 0 else { throw .last("redact-journal") }
        new = number
        try takeOverRights(number)
        phase = .copyingHead(to: place)
        place = 0
    }

    private func copyHead(to end: off_t) throws(SpoolFault) {
        if place < end {
            // A file that somebody cut meanwhile is not the one that was searched.
            guard try copy(atMost: Int(end - place)) > 0 else {
                throw SpoolFault(step: "redact-journal", error: "ESTALE")
            }
            return
        }
        guard lseek(old.number, place, SEEK_SET) == place else { throw .last("redact-journal") }
        lines = JournalLines(reading: old.number)
        phase = .redacting
    }

    private func redact() throws(SpoolFault) {
        guard let line = try lines.next(), isDue(line) else { return phase = .copyingTail }
        place += off_t(line.count + 1)
        let redacted = Journal.isRedacted(line) ? nil : Redaction.line(line)
        count += redacted == nil ? 0 : 1
        try write(redacted ?? line + [0x0A])
    }

    private func copyTail() throws(SpoolFault) {
        if try copy(atMost: .max) > 0 { return }
        guard let new, fsync(new) == 0 else { throw .last("redact-journal") }
        try takeTheName()
        phase = .over
    }

    /// Copies what comes next unchanged; returns how many bytes that were, 0 at the end.
    private func copy(atMost limit: Int) throws(SpoolFault) -> Int {
        var bytes = [UInt8](repeating: 0, count: min(limit, 1 << 20))
        let count = unsafe pread(old.number, &bytes, bytes.count, place)
        guard count >= 0 else { throw .last("redact-journal") }
        bytes.removeLast(bytes.count - count)
        try write(bytes)
        place += off_t(count)
        return count
    }

    private func write(_ bytes: [UInt8]) throws(SpoolFault) {
        guard let new else { return }
        try Folder.write(bytes, to: new, "redact-journal")
    }

    /// Those who may read the old file may read the new one.
    private func takeOverRights(_ number: Int32) throws(SpoolFault) {
        var status = stat()
        guard unsafe fstat(old.number, &status) == 0, fchmod(number, status.st_mode & 0o777) == 0
        else { throw .last("redact-journal") }
        // Refused where the group is not ours to give: then it stays with the daemon's own.
        _ = fchown(number, uid_t.max, status.st_gid)
    }

    /// Puts the new file in the place of the old.
    ///
    /// A file that was collected meanwhile must not come back beside the collector's.
    private func takeTheName() throws(SpoolFault) {
        let temporary = Journal.rewritten(path)
        if Folder.isOpen(old.number, at: path) {
            hasTakenTheName = unsafe jl_exchange(AT_FDCWD, temporary, path) == 0
            // A network disk knows plain renames only.
            if !hasTakenTheName, errno == EINVAL {
                hasTakenTheName = unsafe rename(temporary, path) == 0
            }
            guard hasTakenTheName || errno == ENOENT else { throw .last("redact-journal") }
        }
        guard unsafe unlink(temporary) == 0 || errno == ENOENT else {
            throw .last("redact-journal")
        }
    }

    private func isDue(_ line: [UInt8]) -> Bool {
        Journal.arrival(in: line).map { $0.milliseconds < before } ?? false
    }
}

/// Lines of a file one by one, in bounded memory.
struct JournalLines {
    private let number: Int32
    private var buffer: [UInt8] = []
    private var start = 0

    init(reading number: Int32) { self.number = number }

    /// The next whole line without its end; nil at the end of the file.
    mutating func next() throws(SpoolFault) -> [UInt8]? {
        while true {
            if let end = buffer[start...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            buffer.removeFirst(start)
            start = 0
            guard buffer.count <= Journal.lineLimit else {
                throw SpoolFault(step: "redact-journal", error: "EINVAL")
            }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe read(number, &chunk, chunk.count)
            guard count >= 0 else { throw .last("redact-journal") }
            if count == 0 { return nil }
            buffer += chunk[..<count]
        }
    }
}
