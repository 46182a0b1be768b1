internal import Glibc
package import Spooling

/// Verdicts as lines of one file, for bulk work (Spec/spool.md 10).
package final class Journal {
    /// How much of the end is read when it is opened: more than two batches.
    private static let tailBytes: off_t = 4 << 20
    /// The longest line, in bytes; we write no longer one.
    package static let lineLimit = 65_536

    private let path: String
    private var number: Int32
    /// A flush of this descriptor failed: nothing is written to it any more.
    private var isSpoilt = false

    /// Opens the file, making it when it is not there, and cuts a torn end off.
    package init(_ path: String) throws(SpoolFault) {
        self.path = path
        number = unsafe open(
            path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard number >= 0 else { throw .last("open-journal") }
        try refuseUnlessRegular()
        try removeRewritten()
        try flushFolder()
        let tail = try self.tail()
        guard ftruncate(number, tail.start + off_t(tail.kept.count)) == 0, fsync(number) == 0
        else { throw .last("cut-journal") }
    }

    deinit { close(number) }

    /// Appends whole lines and makes them durable: the commit of a batch.
    package func append(_ lines: [UInt8]) throws(SpoolFault) {
        guard !isSpoilt else { throw SpoolFault(step: "append-journal", error: "EIO") }
        let end = lseek(number, 0, SEEK_END)
        guard end >= 0 else { throw .last("append-journal") }
        isSpoilt = true
        // After a failed flush nobody knows what is durable, yet the kernel shows it: cut it off,
        // so that no start takes it for written.
        defer { if isSpoilt { _ = ftruncate(number, end) } }
        try Folder.write(lines, to: number, "append-journal")
        guard fdatasync(number) == 0 else { throw .last("flush-journal") }
        isSpoilt = false
    }

    /// Whether the file still has its name: one that was renamed is its collector's.
    package var hasItsName: Bool { Folder.isOpen(number, at: path) }

    /// Arrivals of the last batches: those that have a line are not judged again.
    package func recentArrivals() throws(SpoolFault) -> Set<ArrivalIdentifier> {
        Set(try tail().kept.split(separator: 0x0A).compactMap { Journal.arrival(in: Array($0)) })
    }

    /// Bytes from a line's beginning near the end of the file to the end of the last whole line.
    private func tail() throws(SpoolFault) -> (start: off_t, kept: ArraySlice<UInt8>) {
        let end = lseek(number, 0, SEEK_END)
        guard end >= 0 else { throw .last("read-journal") }
        let from = max(0, end - Journal.tailBytes)
        var bytes = [UInt8](repeating: 0, count: Int(end - from))
        var count = 0
        while count < bytes.count {
            let got = unsafe bytes.withUnsafeMutableBytes {
                unsafe pread(
                    number, $0.baseAddress?.advanced(by: count), $0.count - count,
                    from + off_t(count))
            }
            guard got > 0 else { throw .last("read-journal") }
            count += got
        }
        var first = 0
        if from > 0 { first = (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1 }
        return (from + off_t(first), Journal.wholeLines(bytes[first...]))
    }

    /// The bytes up to the first line that is torn: cut short, or holed by zeros.
    static func wholeLines(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = bytes.startIndex
        while let newline = bytes[end...].firstIndex(of: 0x0A) {
            let line = bytes[end..<newline]
            guard line.first == UInt8(ascii: "{"), line.last == UInt8(ascii: "}"),
                !line.contains(0), arrival(in: Array(line)) != nil
            else { break }
            end = newline + 1
        }
        return bytes[..<end]
    }

    /// The id that a line carries.
    static func arrival(in line: [UInt8]) -> ArrivalIdentifier? {
        rest(of: line, after: "\"arrival\":\"").flatMap {
            ArrivalIdentifier(
                String(decoding: $0.prefix(ArrivalIdentifier.byteCount), as: UTF8.self))
        }
    }

    /// Whether nothing is left in a line that says something of a person.
    static func isRedacted(_ line: [UInt8]) -> Bool {
        rest(of: line, after: "\"redacted\":true") != nil
    }

    /// What follows a member, found by its bytes: inside of a text quotes are escaped.
    private static func rest(of line: [UInt8], after member: String) -> ArraySlice<UInt8>? {
        var start = line.startIndex
        while let at = line[start...].firstIndex(of: UInt8(ascii: "\"")) {
            let found = line[at...]
            if found.starts(with: member.utf8) { return found.dropFirst(member.utf8.count) }
            start = at + 1
        }
        return nil
    }

    /// A device or a pipe keeps nothing, and must not be cut or replaced.
    private func refuseUnlessRegular() throws(SpoolFault) {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw .last("open-journal") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SpoolFault(step: "open-journal", error: "not-a-file")
        }
    }

    /// A rewriting that a stop interrupted leaves a file with what was to be forgotten.
    private func removeRewritten() throws(SpoolFault) {
        guard unsafe unlink(Journal.rewritten(path)) == 0 || errno == ENOENT else {
            throw .last("open-journal")
        }
    }

    /// The file that takes the place of the journal when lines in it were kept too long.
    static func rewritten(_ path: String) -> String { "\(path).new" }

    private func flushFolder() throws(SpoolFault) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try Folder(folder).flush("open-journal")
    }
}
