internal import Lists
internal import Proofs

/// The age of the lists (Spec/verdicts.md 2, rule V16): too old to answer, or old enough to say.
enum FreshnessRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let trust = candidate.trust.content
        if candidate.now >= trust.refuseAfter {
            return Finding(.listsStale, reason: "trust-list-too-old")
        }
        // An issuer that can revoke is only believed with its list of revocations at hand.
        if candidate.issuer.revocationList != nil {
            return Finding(.listsStale, reason: "revocation-list-missing")
        }
        if candidate.now >= trust.warnAfter {
            return Finding(.validListsAging, reason: "trust-list-aging")
        }
        return nil
    }
}
