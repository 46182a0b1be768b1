internal import CLinux
internal import Glibc
package import Spooling

extension Journal {
    /// Rewrites the file when it has lines that were kept too long; answers how many it redacted.
    ///
    /// The new file is whole and durable before it takes the name. `before` is in milliseconds
    /// since 1970. After it the file must be opened anew.
    package static func redact(
        _ path: String, before: Int64
    ) throws(SpoolFault) -> Int {
        let old = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard old >= 0 else {
            if errno == ENOENT { return 0 }
            throw .last("redact-journal")
        }
        defer { close(old) }
        guard try hasDue(old, before) else { return 0 }
        guard lseek(old, 0, SEEK_SET) == 0 else { throw .last("redact-journal") }
        var lines = JournalLines(reading: old)
        let temporary = rewritten(path)
        let new = unsafe open(
            temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard new >= 0 else { throw .last("redact-journal") }
        defer { close(new) }
        var count = 0
        while let next = try lines.next() {
            let redacted = isDue(next, before) ? Redaction.line(next) : nil
            count += redacted == nil ? 0 : 1
            try Folder.write(redacted ?? next + [0x0A], to: new, "redact-journal")
        }
        guard fsync(new) == 0 else { throw .last("redact-journal") }
        return try exchange(temporary, path) ? count : 0
    }

    /// Puts the new file in the place of the old; tells whether there was still one.
    ///
    /// A file that was collected meanwhile must not come back beside the collector's.
    private static func exchange(
        _ temporary: String, _ path: String
    ) throws(SpoolFault) -> Bool {
        let isDone = unsafe jl_exchange(AT_FDCWD, temporary, path) == 0
        guard isDone || errno == ENOENT, unsafe unlink(temporary) == 0 else {
            throw .last("redact-journal")
        }
        return isDone
    }

    /// Lines stand in the order of their commits: after one that is not due there is none.
    private static func hasDue(_ number: Int32, _ before: Int64) throws(SpoolFault) -> Bool {
        var lines = JournalLines(reading: number)
        while let line = try lines.next(), isDue(line, before) {
            if Redaction.line(line) != nil { return true }
        }
        return false
    }

    private static func isDue(_ line: [UInt8], _ before: Int64) -> Bool {
        arrival(in: line).map { $0.milliseconds < before } ?? false
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
