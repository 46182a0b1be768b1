/// A label or choice of a later version: showing the rest alone could mislead, so nothing is
/// shown (Spec/verdicts.md 2, rule V7).
enum KnownClaimsRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        candidate.hasUnknownClaims
            ? Finding(.versionUnknown, reason: "claim", showsProof: false) : nil
    }
}
