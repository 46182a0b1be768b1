internal import Lists
internal import Proofs

/// A key that was stolen, or that signed outside its days (Spec/verdicts.md 2, rule V10).
///
/// A thief writes any day of issue, so a compromised key proves nothing at all.
enum KeyStateRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let issuer = candidate.issuer
        if issuer.state == .compromised {
            return Finding(.keyWithdrawn, reason: "compromised", showsProof: false)
        }
        let days = issuer.signFrom...issuer.signUntil
        guard days.contains(candidate.justificatif.issued) else {
            return Finding(.keyWithdrawn, reason: "outside-signing-days", showsProof: false)
        }
        return nil
    }
}
