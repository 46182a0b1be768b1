internal import Explaining
internal import Hummingbird
internal import PortalRules
internal import WebRules

/// In which language a page is shown (Spec/portal.md 2.2).
extension PortalRoutes {
    /// The field of an address that asks for a language, and the cookie that remembers it.
    static let languageName = "langue"

    /// The language that an address asks for; nil if it asks for none of ours.
    static func askedLanguage(_ request: Request) -> Language? {
        FormFields(request.uri.query ?? "")?.only(languageName).flatMap(Language.init(rawValue:))
    }

    /// That of the address, else that of the cookie, else French.
    func language(_ request: Request) -> Language {
        PortalRoutes.askedLanguage(request)
            ?? languageCookie.value(in: request).flatMap(Language.init(rawValue:)) ?? .french
    }

    /// The address of the same page in the other language.
    ///
    /// Relative, so that it never leads to another host. A page that follows a form or the
    /// callback cannot be asked for again, and leads to the page that the person came from.
    func elsewhere(_ request: Request) -> String {
        let asking = [(name: PortalRoutes.languageName, value: other(request).rawValue)]
        guard PortalRoutes.canBeAskedAgain(request),
            let query = FormFields(request.uri.query ?? "")
        else {
            let before = PortalRoutes.pages[request.uri.path] ?? "/"
            return before + "?" + FormFields.written(asking)
        }
        // Nothing of a request that is not known to be a procedure, a state or a number.
        let link = DeepLink(query, among: desk.settings.procedures)?.fields ?? []
        let number = query.only("numero").flatMap { Int($0) }
            .map { [(name: "numero", value: String($0))] }
        return "?" + FormFields.written(link + (number ?? []) + asking)
    }

    /// The pages of the forms that are answered by a page of their own.
    private static let pages = [
        "/accepter": "/donnees", "/annuler": "/mes-justificatifs",
        "/mon-espace/garder": "/mon-espace",
    ]

    /// The language that a page is not shown in.
    func other(_ request: Request) -> Language {
        switch language(request) {
        case .french: .english
        case .english: .french
        }
    }

    /// Whether the address gives the same page; that of a callback and of `/erreur` does not.
    static func canBeAskedAgain(_ request: Request) -> Bool {
        (request.method == .get || request.method == .head)
            && !["/retour", "/erreur"].contains(request.uri.path)
    }
}
