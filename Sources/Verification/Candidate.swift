internal import Lists
internal import Proofs
internal import Wire

/// A justificatif whose signature is good, on its way through the remaining rules.
struct Candidate {
    let proof: VerifiedProof
    /// It holds a label or a choice this version does not know.
    let hasUnknownClaims: Bool
    let trust: TrustList
    /// The list of revocations its issuer names; nil when that is none or missing.
    let revocations: RevocationList?
    /// What that list says of it; nil without one.
    let revocationStatus: RevocationStatus?
    /// The earliest it can be.
    let clockFloor: Instant
    let now: Instant
    /// Folded names of the place of control; empty if it named none.
    let recipients: Set<String>

    var justificatif: Justificatif { proof.justificatif }
    var issuer: Issuer { proof.issuer }
}

/// What one rule found against a candidate.
struct Finding: Equatable {
    let code: VerdictCode
    let reason: String?
    /// Whether what the justificatif states may stand beside the verdict (Spec/verdicts.md 1); said
    /// at each place, so that no rule shows anything by forgetting to decide.
    let showsProof: Bool

    init(_ code: VerdictCode, reason: String? = nil, showsProof: Bool) {
        self.code = code
        self.reason = reason
        self.showsProof = showsProof
    }
}

/// One rule of Spec/verdicts.md section 2.
///
/// It returns nil if it has no objection.
protocol Rule: Sendable {
    static func finding(on candidate: Candidate) -> Finding?
}
