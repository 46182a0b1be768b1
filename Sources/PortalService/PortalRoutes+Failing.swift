internal import Explaining
internal import Hummingbird
internal import PortalPages
internal import PortalRules
internal import WebRules

/// Pages of failures, and the same page in the other language (Spec/portal.md 2.2).
extension PortalRoutes {
    /// The page of a failure; a person whose session is over can log in from it, so a browser
    /// without a cookie of ours gets one then.
    func failure(_ failure: PortalFailure, _ request: Request) -> Response {
        let known = cookie.value(in: request)
        let value = failure == .noSession ? known ?? desk.freshCookie() : nil
        let page = PortalPage.failure(
            failure, desk.settings.body, value.map { desk.loginForm($0) },
            hasVisit: known.map { desk.isLoggedIn($0) } ?? false)
        return document(
            page, request, status: failure.status, cookie: known == nil ? value : nil,
            elsewhere: elsewhere(request, failure))
    }

    /// The address of the page in the other language, which shows it again by its code; nil if that
    /// is not needed, or not enough.
    private func elsewhere(_ request: Request, _ failure: PortalFailure) -> String? {
        guard !PortalRoutes.canBeAskedAgain(request), PortalFailure(code: failure.code) != nil
        else { return nil }
        var fields = [(name: "code", value: failure.code)] + (failure.link?.fields ?? [])
        fields.append((PortalRoutes.languageName, other(request).rawValue))
        return "/erreur?" + FormFields.written(fields)
    }

    /// The page of a failure by its code, and by the link that a login was for.
    func failureAgain(_ request: Request) -> Response {
        guard let query = FormFields(request.uri.query ?? ""),
            let known = query.only("code").flatMap({ PortalFailure(code: $0) })
        else { return failure(.noPage, request) }
        return failure(known.of(DeepLink(query, among: desk.settings.procedures)), request)
    }
}
