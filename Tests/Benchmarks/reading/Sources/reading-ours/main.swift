import Glibc
import ScanReading

/// Reads files named on standard input; prints milliseconds from file bytes to texts, then the texts.
func bytes(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = read(descriptor, &chunk, chunk.count), count > 0 {
        bytes += chunk[..<count]
    }
    return bytes
}

func milliseconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return Double(now.tv_sec) * 1_000 + Double(now.tv_nsec) / 1_000_000
}

while let path = readLine() {
    let file = bytes(of: path)
    let start = milliseconds()
    let found = (try? texts(inPicture: file, seeking: "JF")) ?? []
    let spent = milliseconds() - start
    print(path, spent, found.joined(separator: "\t"), separator: "\t")
    fflush(nil)
}
