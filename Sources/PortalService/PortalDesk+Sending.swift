package import PortalPages
package import PortalRules
internal import SigningMessages

extension PortalDesk {
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
