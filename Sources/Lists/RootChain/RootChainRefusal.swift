package import Explaining
package import Wire

/// Why a chain of root documents was not followed.
package enum RootChainRefusal: Explained, Equatable {
    case malformed(DecodeError)
    case gap(known: UInt64, next: UInt64)
    case fork(version: UInt64)
    /// `by` is the version of the roots whose signatures are wanting.
    case notSignedEnough(version: UInt64, by: UInt64, good: Int, needed: Int)

    package var explanation: Explanation {
        switch self {
        case .malformed(let error):
            Explanation(
                error.code.rawValue, .configuration,
                "la chaîne des racines est abîmée, ou n’en est pas une (\(error))",
                "the root chain is damaged or not a root chain (\(error))")
        case .gap(let known, let next):
            Explanation(
                "root-chain-gap", .configuration,
                "la chaîne des racines commence à la version \(next) et la version \(known) est "
                    + "connue ici ; demandez la chaîne entière",
                "the root chain begins at version \(next) and version \(known) is known here; "
                    + "ask for the whole chain")
        case .fork(let version):
            Explanation(
                "root-chain-fork", .configuration,
                "la chaîne des racines donne à la version \(version) d’autres clés que celles "
                    + "connues ici ; appelez l’éditeur avant toute chose",
                "the root chain names other keys for version \(version) than those known here; "
                    + "call the publisher before anything else")
        case .notSignedEnough(let version, let by, let good, let needed):
            Explanation(
                "root-not-signed-enough", .configuration,
                "les racines \(version) ont \(good) bonne(s) signature(s) des racines \(by), il "
                    + "en faut \(needed)",
                "roots \(version) have \(good) good signature(s) of roots \(by) and need \(needed)")
        }
    }
}
