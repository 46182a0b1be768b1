package import Explaining
package import Proofs

/// Why nothing is signed (Spec/issuing.md).
///
/// No case carries a value of the person.
package enum IssuingRefusal: Explained, Equatable {
    case answerTooOld
    case answerFromFuture
    /// File, field, what is wrong.
    case answerMalformed(Wording)
    /// The HTTP status where it was recorded, and the body's own code, never its free text.
    case answerIsAnError(status: Int64?, code: String?)
    /// In none of the forms that answers of this kind are read in, such as another version's.
    case answerFormUnknown(JustificatifKind)
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
    /// A quotient familial of 0, which may mean that none is known.
    case zeroNotConfirmed
    case dayAfterAnswer(ClaimLabel)
    case alreadyOver
}
