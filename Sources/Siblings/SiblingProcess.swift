internal import CLinux
package import Files
internal import Glibc

/// Owner of a running sibling: killed and waited for at the latest when this goes away.
package struct SiblingProcess: ~Copyable {
    /// Where its standard error goes.
    package enum Errors: Sendable {
        /// To ours: it speaks to the same person.
        case shown
        /// Nowhere: what it says may quote a document.
        case dropped
    }

    /// The variables it finds.
    package enum Environment: Sendable {
        /// Ours, for a command that a person gave.
        case ours
        /// None of ours.
        case empty
    }

    private let identifier: Int32
    private var isWaitedFor = false

    /// Starts the program at `path` with these standard streams and nothing else of ours: no other
    /// descriptor, no blocked signal and, unless told otherwise, none of our variables.
    package init(
        _ path: String, _ arguments: [String], input: Int32, output: Int32, errors: Errors,
        environment: Environment = .empty
    ) throws(SiblingFault) {
        // The streams are set by dup2, which must not hit one that is still to be used.
        let input = try SiblingProcess.duplicate(of: input)
        let output = try SiblingProcess.duplicate(of: output)
        var recipe = SpawnRecipe()
        try recipe.setStreams(input: input.number, output: output.number, errors: errors)
        try recipe.resetSignals()
        self.identifier = try recipe.spawn(path, arguments, environment)
    }

    /// Runs the program from its start to its end and returns all it writes to standard output.
    ///
    /// Throws every case of `SiblingFault`: `ended` unless it ends with `done`, `badAnswer` beyond
    /// `limit` bytes, `timedOut` when it has not written and ended before `deadline`.
    package static func answer(
        of path: String, _ arguments: [String], input: Int32, errors: Errors,
        environment: Environment = .empty, limit: Int, before deadline: Deadline
    ) throws(SiblingFault) -> [UInt8] {
        let ends = try PipeEnds()
        var process = try SiblingProcess(
            path, arguments, input: input, output: ends.writing.number, errors: errors,
            environment: environment)
        // The answer ends when the last holder closes that end, which must not be this process.
        let answers = ends.intoReading()
        let answer = try answers.answer(limit: limit, before: deadline)
        let ending = try process.ending(before: deadline)
        guard ending == .done else { throw .ended(ending) }
        return answer
    }

    deinit {
        guard !isWaitedFor else { return }
        kill(identifier, SIGKILL)
        _ = SiblingProcess.waitStatus(of: identifier)
    }

    /// Waits for its end; throws `timedOut`, and `couldNotStart` when the system does not say.
    package mutating func ending(before deadline: Deadline) throws(SiblingFault) -> Ending {
        // It may have closed its output and live on: the wait needs the deadline too.
        let number = jl_pidfd_open(identifier)
        guard number >= 0 else { throw .couldNotStart(errno: errno) }
        try Descriptor(owning: number).waitUntilReadable(before: deadline)
        isWaitedFor = true
        guard let status = SiblingProcess.waitStatus(of: identifier) else {
            throw .couldNotStart(errno: ECHILD)
        }
        // The macros WIFEXITED, WEXITSTATUS and WTERMSIG, which Swift does not import.
        let signal = status & 0x7f
        return signal == 0 ? .exit(code: status >> 8 & 0xff) : .signal(number: signal)
    }

    private static func duplicate(of number: Int32) throws(SiblingFault) -> Descriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        guard copy >= 0 else { throw .couldNotStart(errno: errno) }
        return Descriptor(owning: copy)
    }

    private static func waitStatus(of identifier: pid_t) -> Int32? {
        var status: Int32 = 0
        while true {
            if unsafe waitpid(identifier, &status, 0) == identifier { return status }
            if errno != EINTR { return nil }
        }
    }
}

/// Both ends of a new pipe, closed on exec.
package struct PipeEnds: ~Copyable {
    package let reading: Descriptor
    package let writing: Descriptor

    /// Opens a pipe; both ends close when another program is started.
    package init() throws(SiblingFault) {
        var ends: [Int32] = [-1, -1]
        guard unsafe jl_pipe_close_on_exec(&ends) == 0 else { throw .couldNotStart(errno: errno) }
        reading = Descriptor(owning: ends[0])
        writing = Descriptor(owning: ends[1])
    }

    /// The end for reading; the other one is closed.
    package consuming func intoReading() -> Descriptor { reading }

    /// The end for writing; the other one is closed.
    package consuming func intoWriting() -> Descriptor { writing }
}
