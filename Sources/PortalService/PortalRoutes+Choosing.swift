internal import Explaining
internal import Hummingbird
internal import PortalPages
internal import PortalRules
internal import WebRules

/// The form of what a person may have stated (Spec/portal.md 2).
extension PortalRoutes {
    /// What a link proposes; throws `wrong-link` for one that is not of the catalogue.
    func choosing(
        _ request: Request, _ cookie: String
    ) throws(PortalFailure) -> PortalDesk.Answer {
        guard let query = FormFields(request.uri.query ?? ""),
            let link = DeepLink(query, among: desk.settings.procedures)
        else { throw .wrongLink }
        return .page(
            .choosing(
                link.procedure, link.state, desk.settings, desk.loginForm(cookie)))
    }

    /// The form once more, for a person who chose nothing: the link that they came by is not lost.
    func choosing(
        again empty: PersonChoice, _ request: Request, _ cookie: String
    ) -> Response {
        let asking = [(name: PortalRoutes.languageName, value: other(request).rawValue)]
        return document(
            .choosing(
                empty.procedure, empty.state, desk.settings, desk.loginForm(cookie), after: empty),
            request, status: 400, cookie: nil,
            elsewhere: "/choisir?" + FormFields.written(empty.link.fields + asking))
    }
}
