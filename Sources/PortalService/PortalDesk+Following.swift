internal import Explaining
package import PortalPages
package import PortalRules
internal import Proofs
internal import Space
internal import Vault

/// What partners answer, brought by the person's own browser (Spec/portal.md 10.4).
extension PortalDesk {
    /// Reads a line that a form brought; throws what is wrong with it.
    package func told(_ text: String?) throws(PortalFailure) -> StatusLine {
        guard let text else { throw .status(.malformed) }
        do throws(StatusRefusal) {
            return try StatusLine(text, among: settings.procedures, today: now.day, crypto)
        } catch { throw .status(error) }
    }

    /// The page of a line, and what the person can do with it.
    ///
    /// `cookie` is nil for a form that came from another site, to which nothing of a session is
    /// shown.
    package func following(_ line: StatusLine, _ cookie: String?) -> PortalPage {
        guard let cookie else { return .told(line, .fromElsewhere) }
        return .told(
            line,
            isLoggedIn(cookie)
                ? .known(token: formToken(cookie)) : .unknown(loginForm(cookie)))
    }

    /// Whether a person is logged in under a cookie.
    package func isLoggedIn(_ cookie: String) -> Bool {
        files(cookie).login(at: edges.clock()) != nil
    }

    /// The line that a person logged in with; elsewhere the way to what is kept.
    package func following(_ cookie: String) throws(PortalFailure) -> Answer {
        guard let line = try session(cookie).line else { return .goTo("/mon-espace") }
        return .page(following(line, cookie))
    }

    /// Keeps a partner's answer; one that came before changes nothing.
    package func follow(
        _ text: String?, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let holder = try holder(cookie)
        guard let space = edges.space else { throw .noSpace }
        let line = try told(text)
        let isNew: Bool?
        do throws(SpaceFault) {
            isNew = try await space.keep(line, of: holder, today: now.day)
        } catch { throw .unavailable(error.code) }
        guard let isNew else { throw .status(.referenceUnknown) }
        if isNew { await note(line, for: holder) }
        return .goTo("/mon-espace")
    }
}
