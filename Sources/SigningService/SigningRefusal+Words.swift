internal import Explaining
internal import Issuing
internal import SigningMessages

extension SigningRefusal {
    /// What a portal is told of an error: for the citizen without names of fields and options.
    init(_ error: any Error) {
        let explained = error as? any Explained
        self.init(
            code: explained?.code ?? "unforeseen",
            citizen: SigningRefusal.citizenWords(error),
            operatorWords: explained?.explanation.words
                ?? Wording("erreur imprévue du programme", "an unforeseen error of the program"))
    }

    private static func citizenWords(_ error: any Error) -> Wording {
        if let refusal = error as? IssuingRefusal { return refusal.citizenWords }
        switch error as? ServiceRefusal {
        case .unknownProof:
            return Wording(
                "ce justificatif n’est pas parmi les vôtres, ou n’est plus utilisable",
                "this justificatif is not among yours, or cannot be used any more")
        case .tooManyToday:
            return Wording(
                "vous avez déjà obtenu ce justificatif plusieurs fois aujourd’hui ; réutilisez-en "
                    + "un, ou revenez demain",
                "you were given this justificatif several times today; use one of those, or come "
                    + "back tomorrow")
        case .requestKeyUsed:
            return Wording(
                "cette demande a déjà servi ; reprenez à votre choix",
                "this request was used already; go back to your choice")
        case nil, .peerNotAllowed, .badRequest, .requestTooSlow, .noOfficeSecret, .busy:
            return Wording(
                "le service ne peut pas répondre pour le moment ; réessayez plus tard, rien n’a "
                    + "été établi",
                "the service cannot answer at the moment; try again later, nothing was issued")
        }
    }
}
