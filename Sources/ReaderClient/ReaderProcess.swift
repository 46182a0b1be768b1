internal import CLinux
internal import Files
internal import Glibc
internal import Siblings

/// Owner of a running reader: killed and waited for at the latest when this goes away.
struct ReaderProcess: ~Copyable {
    private var process: SiblingProcess

    /// Starts the program at `path` with these standard streams and nothing else of ours.
    init(
        path: String, _ arguments: [String] = [], input: Int32, output: Int32
    ) throws(ReaderFailure) {
        do throws(SiblingFault) {
            process = try SiblingProcess(
                path, arguments, input: input, output: output, errors: .dropped)
        } catch { throw ReaderFailure(error) }
    }

    /// Waits for the end; throws `timedOut`, and `couldNotStart` when the system does not say.
    mutating func ending(before deadline: Deadline) throws(ReaderFailure) -> ReaderFailure.Ending {
        // It may have closed its output and live on: the wait needs the deadline too.
        let end = try Descriptor.checked(jl_pidfd_open(process.identifier))
        try end.waitUntilReadable(before: deadline)
        do throws(SiblingFault) {
            return switch try process.ending() {
            case .exit(let code): .exit(code: code)
            case .signal(let number): .signal(number: number)
            }
        } catch { throw ReaderFailure(error) }
    }
}
