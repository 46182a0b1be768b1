internal import Lists
internal import Proofs

/// A day of issue in the future, beyond what clocks may differ by (Spec/verdicts.md 2, rule V13).
enum NotYetRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let latest = candidate.now.adding(hours: ClockFloor.toleranceHours)
        guard candidate.justificatif.issued.start > latest else { return nil }
        return Finding(.notYetValid, showsProof: true)
    }
}
