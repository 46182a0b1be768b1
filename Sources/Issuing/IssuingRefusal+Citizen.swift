package import Explaining

extension IssuingRefusal {
    /// What the citizen is told who asked for the justificatif: no field names, no options.
    package var citizenWords: Wording {
        switch self {
        case .answerTooOld, .answerFromFuture:
            Wording(
                "la page est restée ouverte trop longtemps ; recommencez votre demande",
                "the page was open for too long; please start again")
        case .answerMalformed, .answerIsAnError, .answerFormUnknown, .answerWithoutPerson,
            .factInFuture, .scaleMissing:
            Wording(
                "l’organisme n’a pas pu fournir vos informations ; réessayez plus tard, et "
                    + "contactez-le si cela continue",
                "the body could not provide your information; try again later, and contact it if "
                    + "this goes on")
        case .identityIncomplete, .identityWithout:
            Wording(
                "votre identité est incomplète pour ce justificatif ; vérifiez-la auprès du "
                    + "service avec lequel vous vous êtes connecté",
                "your identity is not complete enough for this justificatif; check it with the "
                    + "service that you signed in with")
        case .identityMismatch:
            Wording(
                "le dossier trouvé n’est pas à votre nom ; vérifiez votre identité auprès de "
                    + "l’organisme, rien n’a été établi",
                "the file found is not in your name; check your identity with the body, nothing "
                    + "was issued")
        case .labelUnknown, .labelNotOffered, .labelTwice, .labelsExclude, .boundNotTaken,
            .boundMalformed, .notInScale:
            Wording(
                "ces informations ne peuvent pas être demandées ensemble ou sous cette forme ; "
                    + "revenez à votre choix",
                "these facts cannot be asked for together or in this form; go back to your choice")
        case .factMissing, .zeroNotConfirmed:
            Wording(
                "l’organisme n’a pas cette information sur vous ; choisissez-en une autre",
                "the body does not hold this fact about you; choose another")
        case .predicateFalse, .dayAfterAnswer:
            Wording(
                "l’organisme ne peut pas attester cela d’après votre dossier ; choisissez une "
                    + "autre information",
                "the body cannot state this from your file; choose another fact")
        case .alreadyOver:
            Wording(
                "ce droit est terminé ; le justificatif ne serait plus utilisable",
                "this right is over; the justificatif could not be used any more")
        }
    }
}
