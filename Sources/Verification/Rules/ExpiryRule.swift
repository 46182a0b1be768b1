internal import Proofs

/// Past its last day (Spec/verdicts.md 2, rule V14).
///
/// Twelve hours of grace keep the printed last day true in every French time zone: Tahiti's day
/// ends ten hours after UTC's.
enum ExpiryRule: Rule {
    static let graceHours: Int64 = 12

    static func finding(on candidate: Candidate) -> Finding? {
        let end = candidate.justificatif.expires.start.adding(hours: graceHours)
        return candidate.now >= end ? Finding(.expired, showsProof: true) : nil
    }
}
