package import ArgumentParser
package import Explaining
internal import Files
internal import Glibc

/// Runs a command so that every way to end has its status: nothing unforeseen exits 1, which
/// would say that a document is false (Spec/verdicts.md 4).
package enum ProgramRunner {
    /// Errors are told as the table of errors has them, in the language of the command; one without
    /// a row is a fault of the program.
    ///
    /// `everyday` is asked first what the words ask for; for nil ArgumentParser reads them.
    package static func main(
        _ command: any ParsableCommand.Type,
        everyday: ([String]) -> (any SpeakingRun)? = { _ in nil }
    ) -> Never {
        signal(SIGPIPE, SIG_IGN)
        // That of help and of wrong usage, until a command is known.
        var language = Language.english
        do {
            let words = Arguments.all()
            if let run = everyday(words) {
                language = run.lang
                try run.run()
            } else {
                var parsed = try command.parseAsRoot(words)
                language = (parsed as? any SpeakingCommand)?.lang ?? language
                try parsed.run()
            }
            exit(ExitStatus.success.rawValue)
        } catch let status as ExitStatus {
            exit(status.rawValue)
        } catch let error as any Explained {
            end(error.explanation, language)
        } catch {
            end(command, error, language)
        }
    }

    /// Tells an error and ends with the status of its cause.
    package static func end(_ explanation: Explanation, _ language: Language) -> Never {
        Terminal.error(explanation.line(language), language)
        exit(ExitStatus(explanation.cause).rawValue)
    }

    /// What ArgumentParser throws for help, for a version and for wrong usage.
    private static func end(
        _ command: any ParsableCommand.Type, _ error: any Error, _ language: Language
    ) -> Never {
        switch command.exitCode(for: error) {
        case .success: end(printing: command.fullMessage(for: error), language)
        case .validationFailure:
            Terminal.usage(command.fullMessage(for: error))
            exit(ExitStatus.refused.rawValue)
        default: break
        }
        end(Explanation(of: error), language)
    }

    /// Help and version, which were asked for and are results.
    private static func end(printing message: String, _ language: Language) -> Never {
        do throws(Failure) {
            if !message.isEmpty { try Terminal.out(message) }
            exit(ExitStatus.success.rawValue)
        } catch {
            end(error.explanation, language)
        }
    }
}

extension ExitStatus: Error {}

/// What a line asks for, read without ArgumentParser.
package protocol SpeakingRun {
    /// The language of this run.
    var lang: Language { get }
    /// Does it; ends with the status 0, or throws as a command does.
    func run() throws
}

/// The words of the command line behind the name of the program.
enum Arguments {
    /// Each as `PathText` writes bytes, so that a file of any name can be opened.
    ///
    /// `CommandLine.arguments` replaces bytes that are no UTF-8.
    static func all() -> [String] {
        (1..<max(1, Int(CommandLine.argc))).map { place in
            guard let word = unsafe CommandLine.unsafeArgv[place] else { return "" }
            return unsafe PathText.text(of: bytes(of: word))
        }
    }

    private static func bytes(of word: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        while unsafe word[bytes.count] != 0 {
            unsafe bytes.append(UInt8(bitPattern: word[bytes.count]))
        }
        return bytes
    }
}
