package import Proofs

/// The lists a verification uses, and what is known of the time.
package struct ListsInForce: Sendable {
    /// Nil when none was installed yet.
    package let trust: TrustList?
    /// By the id of the list; one that is missing here is missing, whatever the reason.
    package let revocations: [String: RevocationList]
    /// The latest time this machine was seen at; nil when none was kept.
    package let observed: Instant?

    package init(
        trust: TrustList?, revocations: [String: RevocationList] = [:], observed: Instant? = nil
    ) {
        self.trust = trust
        self.revocations = revocations
        self.observed = observed
    }

    /// For a simulated instant, which has nothing to do with what this machine's clock has said.
    package var forgettingObservedTime: ListsInForce {
        ListsInForce(trust: trust, revocations: revocations)
    }

    /// The list of revocations an issuer names; nil when it names none or it is missing.
    package func revocations(of issuer: Issuer) -> RevocationList? {
        issuer.revocationList.flatMap { revocations[$0] }
    }
}
