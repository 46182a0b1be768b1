package import Explaining
package import LocalSockets
package import SigningMessages

/// Why the signing service did not do what it was asked.
package enum OfficeFault: Explained, Equatable {
    /// It says why.
    case refused(SigningRefusal)
    /// It could not be reached, or hung up.
    case unreachable(LocalSocketFault)
    /// It did not answer in time; what was asked may have been done.
    case timedOut
    /// What came back is no answer to this.
    case badAnswer

    package var explanation: Explanation {
        switch self {
        case .refused(let refusal): Explanation(refusal.code, .data, refusal.operatorWords)
        case .unreachable(let fault):
            Explanation(
                "signing-unreachable", .configuration,
                fault.explanation.words.about(
                    Wording("service de signature", "signing service")))
        case .timedOut:
            Explanation(
                "signing-timeout", .program,
                "le service de signature n’a pas répondu à temps ; posez la même question avec la "
                    + "même clé",
                "the signing service did not answer in time; ask the same with the same key")
        case .badAnswer:
            Explanation(
                "signing-bad-answer", .program,
                "le service de signature a répondu autre chose qu’une réponse à la question",
                "what the signing service said is no answer to what it was asked")
        }
    }
}
