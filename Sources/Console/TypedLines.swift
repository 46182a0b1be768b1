package import Files
internal import Glibc

/// The lines of standard input as they come, until it ends or somebody stops the program.
///
/// SIGINT and SIGTERM end it between two lines, never within one.
package struct TypedLines: ~Copyable {
    /// One line, without its end.
    package enum Line: Equatable, Sendable {
        case line([UInt8])
        /// Of more than `byteLimit` bytes, and not kept.
        case tooLong
    }

    /// The longest line, in bytes: a text has 964 characters, and a keyboard that differs types up
    /// to two bytes for each.
    package static let byteLimit = 4_096

    private let signals: StopSignals
    /// What was read and not yet given out.
    private var rest: ArraySlice<UInt8> = []
    /// Whether what comes belongs to a line that was too long.
    private var isPassingOver = false
    private var isOver = false

    /// From now on SIGINT and SIGTERM no longer end the program at once.
    package init() throws(FileFault) {
        signals = try StopSignals()
    }

    /// The next line that is not empty; waits for it.
    ///
    /// Returns nil at the end of the input, after SIGINT or SIGTERM, and if nobody reads standard
    /// output any more.
    package mutating func next() throws(FileFault) -> Line? {
        while true {
            if let line = nextOfRest() { return line }
            guard !isOver, isAwaited() else { return nil }
            try readMore()
        }
    }

    private mutating func nextOfRest() -> Line? {
        while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if isPassingOver {
                isPassingOver = false
            } else if !line.isEmpty {
                return line.count > TypedLines.byteLimit ? .tooLong : .line(Array(line))
            }
        }
        if isPassingOver { rest = [] }
        if rest.count > TypedLines.byteLimit {
            (rest, isPassingOver) = ([], true)
            return .tooLong
        }
        guard isOver, !rest.isEmpty else { return nil }
        defer { rest = [] }
        return .line(Array(rest))
    }

    /// Waits for input; false if there is to be no more.
    private func isAwaited() -> Bool {
        var entries = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.descriptor.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
        ]
        while unsafe poll(&entries, nfds_t(entries.count), -1) < 0, errno == EINTR {}
        return entries[1].revents == 0 && entries[2].revents & Int16(POLLERR) == 0
    }

    private mutating func readMore() throws(FileFault) {
        var bytes = [UInt8](repeating: 0, count: TypedLines.byteLimit)
        let count = unsafe read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0, errno != EINTR, errno != EAGAIN {
            throw FileFault(errno: errno, "standard input")
        }
        if count == 0 { isOver = true }
        rest = rest + bytes.prefix(max(0, count))
    }
}
