internal import ReaderClient

extension ReaderFailure {
    /// A stable word for a support desk, `reason` in an internal-error verdict.
    var code: String {
        switch self {
        case .notFound: "reader-missing"
        case .couldNotStart: "reader-not-started"
        case .timedOut: "reader-timed-out"
        case .crashed: "reader-crashed"
        case .badAnswer: "reader-bad-answer"
        }
    }
}
