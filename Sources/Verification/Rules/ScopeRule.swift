internal import Lists
internal import Proofs

/// An issuer may sign only the blocks its entry names (Spec/verdicts.md 2, rule V9).
enum ScopeRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let allowed = candidate.justificatif.claims.blocks.allSatisfy(candidate.issuer.maySign)
        return allowed ? nil : Finding(.outOfScope, showsProof: false)
    }
}
