package import Explaining
package import OpenIDConnect
package import PortalRules

/// Something that went wrong, as a person is told it.
package enum PortalFailure: Explained, Equatable {
    /// The session is over, or was never begun.
    case noSession
    /// The form did not come from a page of ours, or from one of another session.
    case wrongForm
    /// The person is logged in, and the justificatif they ask for was not signed.
    case noProof
    /// The box that confirms something which is for good was not ticked.
    case notConfirmed
    /// What a partner answered cannot be shown or kept.
    case status(StatusRefusal)
    /// A partner's link whose procedure or state cannot be.
    case wrongLink
    /// The body keeps nothing between two visits.
    case noSpace
    /// The address leads to no page.
    case noPage
    /// The address is there, but not for such a request.
    case wrongMethod
    /// Too many logins or sessions at once.
    case tooMany
    /// Too many logins of the clients of one network.
    case tooManyLogins
    /// The form is of a visit that another login of this browser ended; how that one began.
    case visitEnded(DeepLink?)
    /// The callback is of a login that is over, and another visit is open.
    case loginOver
    /// A service that the portal needs does not answer; the code says which and why, and the link
    /// what the person wanted, if that is known.
    case unavailable(String, for: DeepLink? = nil)
    /// A login that did not come to its end, and what it was for if that is known.
    case login(LoginRefusal, for: DeepLink? = nil)

    /// The same failure of a login, or a visit, that was for something.
    package func of(_ link: DeepLink?) -> PortalFailure {
        if case .login(let refusal, _) = self { return .login(refusal, for: link) }
        if case .unavailable(let code, _) = self { return .unavailable(code, for: link) }
        if case .visitEnded = self { return .visitEnded(link) }
        return self
    }

    /// What a login or a visit was for, if that is known.
    package var link: DeepLink? {
        if case .login(_, let link) = self { return link }
        if case .unavailable(_, let link) = self { return link }
        if case .visitEnded(let link) = self { return link }
        return nil
    }

    package var explanation: Explanation {
        switch self {
        case .noSession:
            Explanation(
                "no-session", .data,
                "vos données sont effacées, ou vous ne vous êtes pas encore identifié",
                "your data have been erased, or you have not logged in yet")
        case .wrongForm:
            Explanation(
                "wrong-form", .data,
                "cette page est trop ancienne, ou vous vous êtes identifié de nouveau depuis, "
                    + "peut-être dans un autre onglet",
                "this page is too old, or you have logged in again since, perhaps in another tab")
        case .noProof:
            Explanation(
                "not-signed", .data,
                "ce justificatif n’est pas signé, ou vous l’avez refusé",
                "this justificatif was not signed, or you refused it")
        case .notConfirmed:
            Explanation(
                "not-confirmed", .data, "la case qui le confirme n’est pas cochée",
                "the box that confirms it is not ticked")
        case .status(let refusal): refusal.explanation
        case .wrongLink:
            Explanation(
                "wrong-link", .data,
                "ce lien ne mène à aucune démarche de ce service, ou il est abîmé",
                "this link does not lead to any procedure of this service, or is damaged")
        case .noSpace:
            Explanation(
                "no-space", .configuration, "ce service ne garde rien entre deux visites",
                "this service keeps nothing between two visits")
        case .noPage:
            Explanation(
                "page-unknown", .data, "cette adresse ne mène à aucune page de ce service",
                "this address does not lead to any page of this service")
        case .wrongMethod:
            Explanation(
                "method-not-allowed", .data,
                "cette adresse ne s’ouvre que par le bouton d’une page",
                "this address opens only from the button of a page")
        case .tooMany:
            Explanation(
                "portal-full", .program, "le service est plein ; réessayez dans quelques minutes",
                "the service is full; try again in a few minutes")
        case .tooManyLogins:
            Explanation(
                "logins-too-many", .program,
                "trop de connexions commencées depuis votre réseau ; terminez la vôtre, ou "
                    + "réessayez dans dix minutes",
                "too many logins were begun from your network; finish yours, or try again in ten "
                    + "minutes")
        case .visitEnded:
            Explanation(
                "visit-ended", .data,
                "vous vous êtes identifié dans un autre onglet, ce qui a mis fin à cette visite",
                "you logged in in another tab, which ended this visit")
        case .loginOver: LoginRefusal.stateUnknown.explanation
        case .unavailable(let code, _):
            Explanation(
                code, .program,
                "un service dont nous avons besoin ne répond pas ; réessayez plus tard",
                "a service that we need does not answer; try again later")
        case .login(let refusal, _): refusal.explanation
        }
    }

    /// The status of the page (RFC 9110 15).
    package var status: Int {
        switch self {
        case .noSession, .wrongForm, .visitEnded, .wrongLink: 403
        case .notConfirmed, .status: 400
        case .noSpace, .noPage, .noProof: 404
        case .wrongMethod: 405
        case .tooManyLogins: 429
        case .tooMany, .unavailable: 503
        case .login(.abandoned, _): 200
        case .loginOver, .login(.stateUnknown, _), .login(.callbackMalformed, _): 400
        case .login: 502
        }
    }

    var title: Wording {
        switch self {
        case .noSession: Wording("Votre session est terminée", "Your session is over")
        case .wrongForm: Wording("Ce formulaire n’est plus valable", "This form is no longer valid")
        case .noProof:
            Wording("Ce justificatif n’est pas là", "This justificatif is not there")
        case .notConfirmed: Wording("Rien n’a été annulé", "Nothing was cancelled")
        case .status: Wording("Cette réponse n’est pas gardée", "This answer was not kept")
        case .wrongLink: Wording("Ce lien n’est pas valable", "This link is not valid")
        case .noSpace: Wording("Rien n’est gardé ici", "Nothing is kept here")
        case .noPage: Wording("Cette page n’existe pas", "This page does not exist")
        case .wrongMethod:
            Wording("Cette page ne s’ouvre pas ainsi", "This page does not open like this")
        case .visitEnded: Wording("Cette visite est terminée", "This visit is over")
        case .tooMany, .tooManyLogins:
            Wording("Trop de personnes à la fois", "Too many people at once")
        case .unavailable: Wording("Le service ne répond pas", "The service is not answering")
        case .login(.abandoned, _): Wording("Vous n’êtes pas identifié", "You are not logged in")
        case .loginOver, .login(.stateUnknown, _), .login(.callbackMalformed, _):
            Wording("Cette connexion n’est plus valable", "This login is no longer valid")
        case .login: Wording("L’identification a échoué", "The login failed")
        }
    }

    /// What follows from it, beside the sentence of the table.
    var consequence: Wording {
        switch self {
        case .noSession, .tooMany, .tooManyLogins, .unavailable:
            Wording("Vous pouvez recommencer.", "You can start again.")
        case .wrongLink:
            Wording(
                "Reprenez-le sur la page où vous l’avez trouvé, ou choisissez ici ce que vous "
                    + "prouvez.",
                "Go back to the page where you found it, or choose here what you want to prove.")
        case .wrongForm, .visitEnded:
            Wording(
                "Rien n’a été fait. Une nouvelle identification met fin à la précédente et efface "
                    + "ce qu’elle avait obtenu.",
                "Nothing was done. A new login ends the previous one, and erases what that one had "
                    + "obtained.")
        case .noProof, .notConfirmed, .status, .noSpace, .noPage, .wrongMethod:
            Wording("Rien n’a été fait.", "Nothing was done.")
        case .loginOver, .login(.stateUnknown, _):
            Wording(
                "Une connexion vaut dix minutes, dans le navigateur où elle a commencé, jusqu’à "
                    + "une déconnexion. Rien n’a été demandé à votre sujet.",
                "A login is good for ten minutes, in the browser where it was begun, until a "
                    + "logout. Nothing was asked about you.")
        case .login:
            Wording(
                "Vous n’êtes pas identifié, et rien n’a été demandé à votre sujet.",
                "You are not logged in, and nothing was asked about you.")
        }
    }

    /// The way on, beside the first page: to what is under way, or to what a login was for.
    ///
    /// `hasVisit` says that the person is logged in: what was obtained is still there when a
    /// service answers again.
    func wayOn(hasVisit: Bool) -> HTML {
        switch self {
        case .wrongForm, .loginOver, .noProof: PortalFailure.presentVisit
        case .notConfirmed: PortalPage.wayToMine
        case .visitEnded(let link):
            """
            \(PortalFailure.presentVisit)
            \(PortalPage.waysBack(link))
            """
        case .unavailable(_, let link):
            "\(hasVisit ? PortalFailure.presentVisit : PortalPage.waysBack(link))"
        case .login(_, let link): PortalPage.waysBack(link)
        case .noSession, .status, .wrongLink, .noSpace, .noPage, .wrongMethod, .tooMany,
            .tooManyLogins:
            ""
        }
    }

    static let presentVisit: HTML = """
        <p><a href="/donnees">\("Aller à ma visite en cours", "Go to my current visit")</a></p>
        """

    /// For a person whose session is over; nothing for any other.
    func login(_ form: LoginForm) -> HTML { self == .noSession ? form.html() : "" }
}
