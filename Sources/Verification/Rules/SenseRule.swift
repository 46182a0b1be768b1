internal import Proofs

/// Claims that do not make sense together (Spec/token.md 4.4; Spec/verdicts.md 2, rule V8).
enum SenseRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        candidate.justificatif.senseFault.map {
            Finding(.malformed, reason: $0.code, showsProof: false)
        }
    }
}
