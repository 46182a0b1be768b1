import Glibc

/// Standard input to its end or to `limit` bytes, a file or a pipe; nothing on a read error.
func standardInput(upTo limit: Int) -> [UInt8]? {
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

/// Writes all of `bytes`; false when the other end refuses.
func writeToStandardOutput(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes { rest in
            unsafe write(STDOUT_FILENO, rest.baseAddress, rest.count)
        }
        if count > 0 {
            rest = rest.dropFirst(count)
        } else if errno != EINTR {
            return false
        }
    }
    return true
}
