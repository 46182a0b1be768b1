internal import CLinux
internal import Files
internal import Glibc
internal import Siblings

/// The pipe that the answer comes through; both ends close on exec.
struct AnswerPipe: ~Copyable {
    private let reading: Descriptor
    private var writing: Descriptor?

    init() throws(ReaderFailure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe jl_pipe_close_on_exec(&ends) == 0 else { throw .couldNotStart(errno: errno) }
        let reading = Descriptor(owning: ends[0])
        let writing = Descriptor(owning: ends[1])
        self.reading = reading
        self.writing = consume writing
    }

    /// Starts the reader with the writing end, and gives up that end here: the answer ends when the
    /// last holder closes it, which must not be this process.
    mutating func start(
        _ path: String, _ arguments: [String] = [], input: Int32
    ) throws(ReaderFailure) -> ReaderProcess {
        guard let writing = writing.take() else { throw .couldNotStart(errno: EBADF) }
        return try ReaderProcess(path: path, arguments, input: input, output: writing.number)
    }

    /// Starts the program that reads what this pipe carries, and gives up both ends here: a writer
    /// must notice when its only reader is gone.
    consuming func startReading(
        _ path: String, _ arguments: [String], into next: inout AnswerPipe
    ) throws(ReaderFailure) -> ReaderProcess {
        try next.start(path, arguments, input: reading.number)
    }

    /// Everything written until the end; throws `badAnswer` beyond `limit` bytes, and `timedOut`.
    func answer(limit: Int, before deadline: Deadline) throws(ReaderFailure) -> [UInt8] {
        var answer = [UInt8](repeating: 0, count: limit + 1)
        var length = 0
        while length <= limit {
            try reading.waitUntilReadable(before: deadline)
            let room = length...limit
            let count = unsafe answer[room].withUnsafeMutableBytes { room in
                unsafe read(reading.number, room.baseAddress, room.count)
            }
            if count == 0 { return Array(answer.prefix(length)) }
            if count > 0 {
                length += count
            } else if errno != EINTR {
                throw .couldNotStart(errno: errno)
            }
        }
        throw .badAnswer
    }
}
