internal import Glibc
internal import ReaderClient

extension ReaderFailure {
    /// A stable word for a support desk, `reason` in an internal-error verdict (Spec/reader.md 5).
    var code: String {
        switch self {
        case .notFound: "reader-missing"
        case .couldNotStart: "reader-not-started"
        case .timedOut: "reader-timed-out"
        case .badAnswer: "reader-bad-answer"
        case .crashed(let ending): ending.code
        }
    }
}

extension ReaderFailure.Ending {
    fileprivate var code: String {
        switch self {
        case .exit(code: 71): "reader-not-confined"
        case .signal(number: SIGSYS): "reader-forbidden-call"
        case .signal(number: SIGXCPU): "reader-timed-out"
        default: "reader-crashed"
        }
    }
}
