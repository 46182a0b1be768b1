package import ArgumentParser
internal import Glibc

/// Runs a command so that every way to end has its status: nothing unforeseen exits 1, which
/// would say that a document is false (Spec/verdicts.md 4).
package enum ProgramRunner {
    /// Errors are told as the table of errors has them; one without a row is a fault of the
    /// program.
    package static func main(_ command: any ParsableCommand.Type) -> Never {
        signal(SIGPIPE, SIG_IGN)
        do {
            var parsed = try command.parseAsRoot()
            try parsed.run()
            exit(ExitStatus.success.rawValue)
        } catch let status as ExitStatus {
            exit(status.rawValue)
        } catch {
            end(command, error)
        }
    }

    private static func end(_ command: any ParsableCommand.Type, _ error: any Error) -> Never {
        if let failure = Failure(error) {
            Terminal.error(failure.message)
            exit(failure.status.rawValue)
        }
        switch command.exitCode(for: error) {
        case .success: end(printing: command.fullMessage(for: error))
        case .validationFailure: command.exit(withError: error)
        default: break
        }
        Terminal.error("unforeseen [\(type(of: error))]")
        exit(ExitStatus.fault.rawValue)
    }

    /// Help and version, which were asked for and are results.
    private static func end(printing message: String) -> Never {
        do throws(Failure) {
            if !message.isEmpty { try Terminal.out(message) }
            exit(ExitStatus.success.rawValue)
        } catch {
            Terminal.error(error.message)
            exit(error.status.rawValue)
        }
    }
}

extension ExitStatus: Error {}
