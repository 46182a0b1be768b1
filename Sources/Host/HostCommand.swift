package import Explaining
internal import Glibc
internal import Siblings

/// A command of this machine, run in sight of the person who waits for it.
package enum HostCommand {
    /// Our own standard input.
    package static let standardInput = STDIN_FILENO
    /// The longest that a command may take, in seconds.
    private static let longestSeconds = 300

    /// Runs `path` with our own streams and variables; returns whether it ended with status 0.
    ///
    /// `input` takes the place of our standard input.
    /// Throws `HostFault` if it could not be started or takes longer than five minutes.
    package static func run(
        _ path: String, _ arguments: [String], input: Int32 = HostCommand.standardInput
    ) throws(HostFault) -> Bool {
        do throws(SiblingFault) {
            var process = try SiblingProcess(
                path, arguments, input: input, output: STDOUT_FILENO, errors: .shown,
                environment: .ours)
            return try process.ending(before: Deadline(seconds: longestSeconds)) == .done
        } catch {
            throw HostFault(command: path, isMissing: error == .notFound(path: path))
        }
    }

    /// The same in the name of another account; this process must be root.
    package static func run(
        _ path: String, _ arguments: [String], as account: String,
        input: Int32 = HostCommand.standardInput
    ) throws(HostFault) -> Bool {
        try run("/usr/sbin/runuser", ["-u", account, "--", path] + arguments, input: input)
    }
}

/// A command of this machine that gave no result.
package struct HostFault: Explained, Equatable {
    let command: String
    let isMissing: Bool

    package var explanation: Explanation {
        isMissing
            ? Explanation(
                "command-missing", .configuration,
                "\(command) : cette commande n’est pas installée",
                "\(command): this command is not installed")
            : Explanation(
                "command-failed", .program,
                "\(command) n’a pas démarré, ou n’a pas fini en cinq minutes",
                "\(command) did not start, or did not end within five minutes")
    }
}
