/// Why there is no answer about a picture: a failure of the machine or of the reader.
package enum ReaderFailure: Error, Equatable, Sendable {
    /// There is no program at this path.
    case notFound(path: String)
    /// The system refused a pipe, a process or the picture's descriptor.
    case couldNotStart(errno: Int32)
    /// The deadline passed; the reader was killed.
    case timedOut
    /// The reader ended otherwise than by exit 0, whatever it had written.
    case crashed(Ending)
    /// It ended well and its answer breaks `AnswerFormat`, or it wrote more than any answer has.
    case badAnswer

    /// How a process ended.
    package enum Ending: Equatable, Sendable {
        /// By itself, with this code, 0...255.
        case exit(code: Int32)
        /// By this signal, for instance SIGSYS for a forbidden call.
        case signal(number: Int32)
    }
}
