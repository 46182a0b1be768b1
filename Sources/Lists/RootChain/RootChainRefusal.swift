package import Wire

/// Why a chain of root documents was not followed.
package enum RootChainRefusal: Error, Equatable, Sendable {
    case malformed(DecodeError)
    case gap(known: UInt64, next: UInt64)
    case fork(version: UInt64)
    /// `by` is the version of the roots whose signatures are wanting.
    case notSignedEnough(version: UInt64, by: UInt64, good: Int, needed: Int)

    /// A stable code.
    package var code: String {
        switch self {
        case .malformed(let error): error.code.rawValue
        case .gap: "root-chain-gap"
        case .fork: "root-chain-fork"
        case .notSignedEnough: "root-not-signed-enough"
        }
    }

    package var message: String {
        switch self {
        case .malformed(let error):
            "the root chain is damaged or not a root chain (\(error))"
        case .gap(let known, let next):
            "the root chain begins at version \(next) and version \(known) is known here; "
                + "ask for the whole chain"
        case .fork(let version):
            "the root chain names other keys for version \(version) than those known here; "
                + "call the publisher before anything else"
        case .notSignedEnough(let version, let by, let good, let needed):
            "roots \(version) have \(good) good signature(s) of roots \(by) and need \(needed)"
        }
    }
}
