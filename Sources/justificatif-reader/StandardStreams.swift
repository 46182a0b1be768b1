import Files
import Glibc
import Siblings

/// How a picture comes in and an answer goes out.
enum StandardStreams {
    /// Standard input to its end or to `limit` bytes, a file or a pipe; nothing on a read error.
    static func input(upTo limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let wanted = min(chunk.count, limit - bytes.count)
            let count = unsafe chunk.withUnsafeMutableBytes { chunk in
                unsafe read(STDIN_FILENO, chunk.baseAddress, wanted)
            }
            if count == 0 { break }
            if count > 0 {
                bytes.append(contentsOf: chunk[..<count])
            } else if errno != EINTR {
                return nil
            }
        }
        return bytes
    }

    /// Writes an answer; ends the process with `io` when the other end refuses it.
    static func write(_ bytes: [UInt8]) {
        if FileWriting.writeAll(bytes, to: STDOUT_FILENO) != 0 { end(.io) }
    }

    /// Writes an answer that is the last, and ends the process.
    static func finish(with answer: [UInt8]) -> Never {
        write(answer)
        end(.done)
    }
}

/// Standard input, read ahead; a read error ends the process with `io`.
struct InputStream {
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var unread = 0..<0

    /// The next byte; nothing at the end.
    mutating func next() -> UInt8? {
        if unread.isEmpty { unread = 0..<fill() }
        guard let index = unread.first else { return nil }
        unread = index + 1..<unread.upperBound
        return buffer[index]
    }

    /// So many bytes, or fewer at the end.
    mutating func bytes(count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            if unread.isEmpty { unread = 0..<fill() }
            if unread.isEmpty { break }
            let taken = unread.prefix(count - bytes.count)
            bytes.append(contentsOf: buffer[taken])
            unread = taken.upperBound..<unread.upperBound
        }
        return bytes
    }

    private mutating func fill() -> Int {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { buffer in
                unsafe read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            }
            if count >= 0 { return count }
            if errno != EINTR { end(.io) }
        }
    }
}
