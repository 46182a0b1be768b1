internal import Explaining
package import PortalPages
package import PortalRules
internal import Proofs
internal import SigningMessages
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

    /// Whether a person is logged in under a cookie.
    package func isLoggedIn(_ cookie: String) -> Bool {
        files(cookie).login(at: edges.clock()) != nil
    }

    /// Keeps what a partner answered for the person who is logged in.
    package func follow(
        _ line: StatusLine, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        try await keep(line, for: try holder(cookie))
        return .goTo("/mon-espace")
    }

    /// Keeps a partner's answer; one that came before changes nothing.
    func keep(_ line: StatusLine, for holder: Holder) async throws(PortalFailure) {
        guard let space = edges.space else { throw .noSpace }
        let isNew: Bool?
        do throws(SpaceFault) {
            isNew = try await space.keep(line, of: holder, today: now.day)
        } catch { throw .unavailable(error.code) }
        guard let isNew else { throw .status(.referenceUnknown) }
        if isNew { await note(line, for: holder) }
    }
}
