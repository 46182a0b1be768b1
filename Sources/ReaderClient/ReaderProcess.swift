internal import CLinux
internal import Files
internal import Glibc

/// Owner of a running reader: killed and waited for at the latest when this goes away.
struct ReaderProcess: ~Copyable {
    private let identifier: pid_t
    private var isWaitedFor = false

    /// Starts the program at `path` with these standard streams and nothing else of ours.
    init(
        path: String, _ arguments: [String] = [], input: Int32, output: Int32
    ) throws(ReaderFailure) {
        // The three streams are set by dup2, which must not hit one that is still to be used.
        let input = try Descriptor.duplicate(of: input)
        let output = try Descriptor.duplicate(of: output)
        var recipe = SpawnRecipe()
        try recipe.setStreams(input: input.number, output: output.number)
        try recipe.resetSignals()
        self.identifier = try recipe.spawn(path, arguments)
    }

    deinit {
        guard !isWaitedFor else { return }
        kill(identifier, SIGKILL)
        _ = Self.waitStatus(of: identifier)
    }

    /// Waits for the end; throws `timedOut`, and `couldNotStart` when the system does not say.
    mutating func ending(before deadline: Deadline) throws(ReaderFailure) -> ReaderFailure.Ending {
        // It may have closed its output and live on: the wait needs the deadline too.
        let end = try Descriptor.checked(jl_pidfd_open(identifier))
        try end.waitUntilReadable(before: deadline)
        isWaitedFor = true
        guard let status = Self.waitStatus(of: identifier) else {
            throw .couldNotStart(errno: ECHILD)
        }
        // The macros WIFEXITED, WEXITSTATUS and WTERMSIG, which Swift does not import.
        let signal = status & 0x7f
        return signal == 0 ? .exit(code: status >> 8 & 0xff) : .signal(number: signal)
    }

    private static func waitStatus(of identifier: pid_t) -> Int32? {
        var status: Int32 = 0
        while true {
            if unsafe waitpid(identifier, &status, 0) == identifier { return status }
            if errno != EINTR { return nil }
        }
    }
}
