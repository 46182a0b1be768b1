package import Explaining

/// An error a person can act on: one line, and the status to exit with.
package struct Failure: Error, Equatable, Sendable {
    package let status: ExitStatus
    package let message: String

    package init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// A row of the table of errors: its sentence, with its code behind it in brackets.
    package init(_ explanation: Explanation) {
        self.init(
            ExitStatus(explanation.cause), "\(explanation.english) [\(explanation.code)]")
    }

    /// What a person can do about an error; nil for one that no row explains, which is a fault of
    /// the program.
    package init?(_ error: any Error) {
        if let failure = error as? Failure {
            self = failure
        } else if let error = error as? any Explained {
            self.init(error.explanation)
        } else {
            return nil
        }
    }
}

extension ExitStatus {
    /// The same for an error in every program (Spec/verdicts.md 4).
    package init(_ cause: Cause) {
        switch cause {
        case .data: self = .refused
        case .program: self = .fault
        case .files: self = .io
        case .configuration: self = .configuration
        case .ended(let status): self = ExitStatus(rawValue: status) ?? .fault
        }
    }
}
