import Glibc
import Siblings

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
