package import Proofs

/// Why nothing is signed (Spec/issuing.md).
///
/// No case carries a value of the person.
package enum IssuingRefusal: Error, Equatable, Sendable {
    case answerTooOld
    case answerFromFuture
    /// One line: file, field, what is wrong.
    case answerMalformed(String)
    /// The HTTP status where it was recorded, and the body's own code, never its free text.
    case answerIsAnError(status: Int64?, code: String?)
    case answerWithoutPerson

    case identityIncomplete
    /// The fields in which the nearest person of the answer differs.
    case identityMismatch([ClaimLabel])
    case identityWithout(ClaimLabel)

    case labelUnknown(String, nearest: String?)
    case labelNotOffered(ClaimLabel, JustificatifKind)
    case labelTwice(ClaimLabel)
    case labelsExclude(ClaimLabel, ClaimLabel)
    case boundNotTaken(ClaimLabel)
    case boundMalformed(ClaimLabel)

    case factMissing(ClaimLabel)
    case factInFuture(ClaimLabel)
    case scaleMissing(ClaimLabel)
    /// With the published thresholds to choose from.
    case notInScale(ClaimLabel, [UInt64])
    case predicateFalse(ClaimLabel)
    case dayAfterAnswer(ClaimLabel)
    case alreadyOver

    /// Stable and never translated.
    package var code: String {
        switch self {
        case .answerTooOld: "answer-too-old"
        case .answerFromFuture: "answer-from-future"
        case .answerMalformed: "answer-malformed"
        case .answerIsAnError: "answer-is-an-error"
        case .answerWithoutPerson: "answer-without-person"
        case .identityIncomplete: "identity-incomplete"
        case .identityMismatch: "identity-mismatch"
        case .identityWithout: "identity-without-field"
        case .labelUnknown: "label-unknown"
        case .labelNotOffered: "label-not-offered"
        case .labelTwice: "label-twice"
        case .labelsExclude: "labels-exclude-each-other"
        case .boundNotTaken: "bound-not-taken"
        case .boundMalformed: "bound-malformed"
        case .factMissing: "fact-missing"
        case .factInFuture: "fact-in-future"
        case .scaleMissing: "scale-missing"
        case .notInScale: "not-in-scale"
        case .predicateFalse: "predicate-false"
        case .dayAfterAnswer: "day-after-answer"
        case .alreadyOver: "already-over"
        }
    }
}
