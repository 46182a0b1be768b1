package import Explaining

/// The exit statuses of all programs (Spec/verdicts.md 4).
///
/// The statuses 1 and 3 come from a verdict only.
package enum ExitStatus: Int32, Sendable {
    case success = 0
    case notAccepted = 1
    case notConcluded = 3
    case notRead = 4
    /// The arguments or the data given are refused.
    case refused = 64
    /// A fault of this program.
    case fault = 70
    case io = 74
    /// Lists, roots or keys are missing or wrong.
    case configuration = 78

    /// The worst first: what a batch exits with.
    private static let order: [ExitStatus] = [
        .fault, .configuration, .io, .refused, .notAccepted, .notConcluded, .notRead, .success,
    ]

    /// The gravest of several statuses, in the order of README; `success` if there is none.
    package static func worst(_ statuses: some Sequence<ExitStatus>) -> ExitStatus {
        let seen = Set(statuses)
        return order.first(where: seen.contains) ?? .success
    }
}

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

    /// Refuses a number that an option does not take.
    package static func check<Number: FixedWidthInteger>(
        _ option: String, _ number: Number?, _ range: ClosedRange<Number>
    ) throws(Failure) {
        guard let number, !range.contains(number) else { return }
        throw Failure(
            "option-range", .data,
            "\(option) : doit être de \(range.lowerBound) à \(range.upperBound)",
            "\(option): must be \(range.lowerBound) to \(range.upperBound)")
    }
}

extension ExitStatus {
    /// The same for an error in every program (Spec/verdicts.md 4).
    package init(_ cause: Cause) {
        switch cause {
        case .data: self = .refused
        case .unread: self = .notRead
        case .program: self = .fault
        case .files: self = .io
        case .configuration: self = .configuration
        case .ended(let status): self = ExitStatus(rawValue: status) ?? .fault
        }
    }
}
