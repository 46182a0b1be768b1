package import Explaining
package import OpenIDConnect

/// Something that went wrong, as a person is told it.
package enum PortalFailure: Explained, Equatable {
    /// The session is over, or was never begun.
    case noSession
    /// The form did not come from a page of ours, or from one of another session.
    case wrongForm
    /// The form chose no fact.
    case nothingChosen
    /// A partner's link whose procedure or state cannot be.
    case wrongLink
    /// The body keeps nothing between two visits.
    case noSpace
    /// The address leads to no page.
    case noPage
    /// Too many logins or sessions at once.
    case tooMany
    /// A service that the portal needs does not answer; the code says which and why.
    case unavailable(String)
    /// A login that did not come to its end.
    case login(LoginRefusal)

    package var explanation: Explanation {
        switch self {
        case .noSession:
            Explanation(
                "no-session", .data,
                "vos données sont effacées, ou vous ne vous êtes pas encore identifié",
                "your data are erased, or you have not logged in yet")
        case .wrongForm:
            Explanation(
                "wrong-form", .data,
                "ce formulaire vient d’une page trop ancienne ou d’une autre session",
                "the form is of an old page or of another session")
        case .nothingChosen:
            Explanation(
                "nothing-chosen", .data, "vous n’avez rien choisi ; revenez à la page précédente",
                "you chose nothing; go back to the page before")
        case .wrongLink:
            Explanation(
                "wrong-link", .data,
                "ce lien ne mène à aucune démarche de ce service, ou il est abîmé",
                "the link leads to no procedure of this service, or is damaged")
        case .noSpace:
            Explanation(
                "no-space", .configuration, "ce service ne garde rien entre deux visites",
                "this service keeps nothing between two visits")
        case .noPage:
            Explanation(
                "page-unknown", .data, "cette adresse ne mène à aucune page de ce service",
                "the address leads to no page of this service")
        case .tooMany:
            Explanation(
                "portal-full", .program, "le service est plein ; réessayez dans quelques minutes",
                "the service is full; try again in some minutes")
        case .unavailable(let code):
            Explanation(
                code, .program,
                "un service dont nous avons besoin ne répond pas ; réessayez plus tard",
                "a service that is needed does not answer; try again later")
        case .login(let refusal): refusal.explanation
        }
    }

    /// The status of the page (RFC 9110 15).
    package var status: Int {
        switch self {
        case .noSession, .wrongForm, .wrongLink: 403
        case .nothingChosen: 400
        case .noSpace, .noPage: 404
        case .tooMany, .unavailable: 503
        case .login(.abandoned): 200
        case .login(.stateUnknown), .login(.callbackMalformed): 400
        case .login: 502
        }
    }

    var title: Wording {
        switch self {
        case .noSession: Wording("Votre session est terminée", "Your session is over")
        case .wrongForm: Wording("Ce formulaire n’est plus valable", "This form is no longer valid")
        case .nothingChosen: Wording("Vous n’avez rien choisi", "You chose nothing")
        case .wrongLink: Wording("Ce lien n’est pas valable", "This link is not valid")
        case .noSpace: Wording("Rien n’est gardé ici", "Nothing is kept here")
        case .noPage: Wording("Cette page n’existe pas", "There is no such page")
        case .tooMany: Wording("Trop de personnes à la fois", "Too many persons at once")
        case .unavailable: Wording("Le service ne répond pas", "The service does not answer")
        case .login(.abandoned): Wording("Vous n’êtes pas identifié", "You are not logged in")
        case .login(.stateUnknown), .login(.callbackMalformed):
            Wording("Cette connexion n’est plus valable", "This login is no longer valid")
        case .login: Wording("L’identification a échoué", "The login failed")
        }
    }

    /// What follows from it, beside the sentence of the table.
    var consequence: Wording {
        switch self {
        case .noSession, .tooMany, .unavailable:
            Wording("Vous pouvez recommencer.", "You can begin again.")
        case .wrongLink:
            Wording(
                "Reprenez-le sur la page où vous l’avez trouvé, ou choisissez ici ce que vous "
                    + "prouvez.",
                "Take it again from the page where you found it, or choose here what you prove.")
        case .wrongForm, .nothingChosen, .noSpace, .noPage:
            Wording("Rien n’a été fait.", "Nothing was done.")
        case .login:
            Wording(
                "Vous n’êtes pas identifié, et rien n’a été demandé à votre sujet.",
                "You are not logged in, and nothing was asked about you.")
        }
    }
}
