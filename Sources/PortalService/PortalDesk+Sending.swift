package import PortalPages
package import PortalRules
internal import SigningMessages

extension PortalDesk {
    /// Notes that the person has what was signed handed over; the page with the form follows.
    ///
    /// Their browser does it and tells nobody, so this is the last that the portal sees of it.
    package func send(_ cookie: String) async throws(PortalFailure) -> Answer {
        let session = try session(cookie)
        guard try handBack(cookie) != nil else { return .goTo("/donnees") }
        if !session.isSent {
            store.change(owner(cookie)) { $0.isSent = true }
            await noteSending(session, cookie)
        }
        return .goTo("/envoyer")
    }

    /// Whether the person asked for the page that sends.
    package func isSent(_ cookie: String) throws(PortalFailure) -> Bool {
        try session(cookie).isSent
    }

    /// What was signed, for the partner that was chosen for; nil if there is nothing or nobody.
    package func handBack(_ cookie: String) throws(PortalFailure) -> HandBack? {
        let session = try session(cookie)
        let files = files(cookie)
        let texts = session.asked.indices.compactMap {
            files.proof($0 + 1, at: edges.clock())?.text
        }
        return session.choice.flatMap { HandBack(texts, of: $0) }
    }
}
