internal import CCurl
package import Explaining

/// Why another service gave no answer; each names the origin that was called, and nothing else.
package enum OutgoingFault: Explained, Equatable {
    case timedOut(String)
    case tooLarge(String)
    /// Its certificate is not one of an authority that is trusted here.
    case notTrusted(String)
    case unreachable(String)

    package var explanation: Explanation {
        switch self {
        case .timedOut(let origin):
            Explanation(
                "call-timeout", .program, "\(origin) : n’a pas répondu à temps",
                "\(origin): did not answer in time")
        case .tooLarge(let origin):
            Explanation(
                "call-too-large", .program, "\(origin) : la réponse est trop longue",
                "\(origin): the answer is too long")
        case .notTrusted(let origin):
            Explanation(
                "call-not-trusted", .configuration,
                "\(origin) : certificat non reconnu ; voyez le fichier d’autorités",
                "\(origin): the certificate is not trusted; see the file of authorities")
        case .unreachable(let origin):
            Explanation(
                "call-unreachable", .configuration,
                "\(origin) : injoignable ; vérifiez l’adresse et le réseau",
                "\(origin): cannot be reached; check the address and the network")
        }
    }

    /// Nil where the call was done.
    init?(_ result: Int32, _ origin: String) {
        switch Int(result) {
        case Int(JCURL_DONE): return nil
        case Int(JCURL_TIMED_OUT): self = .timedOut(origin)
        case Int(JCURL_TOO_LARGE): self = .tooLarge(origin)
        case Int(JCURL_NOT_TRUSTED): self = .notTrusted(origin)
        default: self = .unreachable(origin)
        }
    }
}
