internal import Lists
internal import Proofs

/// A day of issue in the future, beyond what clocks may differ by (Spec/verdicts.md 2, rule V13).
enum NotYetRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let latest = candidate.now.adding(hours: ClockFloor.toleranceHours)
        return candidate.justificatif.issued.start > latest ? Finding(.notYetValid) : nil
    }
}
