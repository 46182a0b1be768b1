internal import Lists
internal import Proofs

/// A clock earlier than an instant that is surely past is wrong, and would bring expired proofs
/// back to life (Spec/verdicts.md 2, rule V12; Spec/lists.md 5).
enum ClockRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        ClockFloor.isSuspect(candidate.now, floor: candidate.clockFloor)
            ? Finding(.clockSuspect, showsProof: true) : nil
    }
}
