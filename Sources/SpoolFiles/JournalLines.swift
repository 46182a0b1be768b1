internal import Glibc
internal import Spooling

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
