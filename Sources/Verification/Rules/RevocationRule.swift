internal import Lists

/// Cancelled by its issuer (Spec/verdicts.md 2, rule V11).
///
/// It comes before the age of the list and the clock: what was cancelled stays so, in however old
/// a list it is read. Nothing is shown beside it.
enum RevocationRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        candidate.revocationStatus == .revoked ? Finding(.revoked, showsProof: false) : nil
    }
}
