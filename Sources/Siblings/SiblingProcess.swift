internal import Files
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

    /// How a process ended.
    package enum Ending: Equatable, Sendable {
        /// By itself, with this code, 0...255.
        case exit(code: Int32)
        /// By this signal.
        case signal(number: Int32)
    }

    package let identifier: Int32
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

    deinit {
        guard !isWaitedFor else { return }
        kill(identifier, SIGKILL)
        _ = SiblingProcess.waitStatus(of: identifier)
    }

    /// Waits for its end, however long that takes.
    package mutating func ending() throws(SiblingFault) -> Ending {
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
