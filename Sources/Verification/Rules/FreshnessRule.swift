internal import Lists
internal import Proofs

/// The age of the lists (Spec/verdicts.md 2, rule V16): too old to answer, or old enough to say.
///
/// Only the trust list and the one revocation list its issuer names count.
enum FreshnessRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        stale(candidate).map { Finding(.listsStale, reason: $0, showsProof: true) }
            ?? aging(candidate).map {
                Finding(.validListsAging, reason: $0, showsProof: true)
            }
    }

    private static func stale(_ candidate: Candidate) -> String? {
        if candidate.now >= candidate.trust.content.refuseAfter { return "trust-list-too-old" }
        // An issuer that can revoke is only believed with its list of revocations at hand.
        guard candidate.issuer.revocationList != nil else { return nil }
        guard let list = candidate.revocations?.content else { return "revocation-list-missing" }
        if candidate.now >= list.refuseAfter { return "revocation-list-too-old" }
        if candidate.revocationStatus == .notCovered { return "revocation-list-begins-later" }
        return nil
    }

    private static func aging(_ candidate: Candidate) -> String? {
        if candidate.now >= candidate.trust.content.warnAfter { return "trust-list-aging" }
        guard let list = candidate.revocations?.content else { return nil }
        if candidate.now >= list.warnAfter { return "revocation-list-aging" }
        if candidate.revocationStatus == .issuedLater { return "issued-after-revocation-list" }
        return nil
    }
}
