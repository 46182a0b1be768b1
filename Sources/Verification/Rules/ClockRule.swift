internal import Lists
internal import Proofs

/// A clock earlier than a signed instant we hold is wrong, and would bring expired proofs back to
/// life (Spec/verdicts.md 2, rule V12).
enum ClockRule: Rule {
    /// What clocks may differ by without being called wrong.
    static let toleranceHours: Int64 = 2

    static func finding(on candidate: Candidate) -> Finding? {
        let floor = candidate.trust.content.issued.adding(hours: -toleranceHours)
        return candidate.now < floor ? Finding(.clockSuspect) : nil
    }
}
