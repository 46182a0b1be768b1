/// The exit statuses of all programs (Spec/verdicts.md 4).
///
/// The statuses 1, 3 and 4 come from a verdict only.
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
