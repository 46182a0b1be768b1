internal import Proofs

/// Past its last day and the hours of grace (Spec/verdicts.md 2, rule V14).
enum ExpiryRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let end = Justificatif.refusedFrom(expiring: candidate.justificatif.expires)
        return candidate.now >= end ? Finding(.expired, showsProof: true) : nil
    }
}
