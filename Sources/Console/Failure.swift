package import Explaining

/// An error that one command alone can meet, such as two options that exclude each other.
package struct Failure: Explained, Equatable {
    package let explanation: Explanation

    /// The row of another error, when a command has to add what it is about.
    package init(_ explanation: Explanation) {
        self.explanation = explanation
    }

    /// The words are as in `Explanation`: one line without a full stop.
    package init(_ code: String, _ cause: Cause, _ french: String, _ english: String) {
        explanation = Explanation(code, cause, french, english)
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
