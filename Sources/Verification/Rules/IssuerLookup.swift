internal import Lists
internal import Proofs

/// What to answer when no listed issuer has the kid (Spec/verdicts.md 2, rule V5).
///
/// Without a list, or with one that asks to be renewed, the missing key may simply be new: that
/// is our fault and not the person's, so nobody is accused.
enum IssuerLookup {
    static func finding(missingFrom trust: TrustList?, at now: Instant) -> Finding {
        guard let trust else {
            return Finding(.listsStale, reason: "trust-list-missing", showsProof: false)
        }
        if now >= trust.content.warnAfter {
            return Finding(.listsStale, reason: "issuer-not-in-an-aging-list", showsProof: false)
        }
        return Finding(.issuerUnknown, showsProof: false)
    }
}
