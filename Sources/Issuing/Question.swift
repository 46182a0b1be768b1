internal import Proofs

/// What a fact is asked: up to which bound, by which published scale, known on which day.
struct Question {
    let bounds: [ClaimLabel: Disclosure.Bound]
    let scale: Scale?
    /// The UTC day of the answer: a body does not know later days.
    let answerDay: Day

    /// A fact that must be in the answer, or `fact-missing`.
    func known<Value>(_ label: ClaimLabel, _ value: Value?) throws(IssuingRefusal) -> Value {
        guard let value else { throw .factMissing(label) }
        return value
    }

    /// A threshold of the scale for which `holds` is true: the asked one, or else the tightest.
    ///
    /// Throws `scale-missing`, `not-in-scale` or `predicate-false`. A free bound is never taken:
    /// repeated requests would bisect the value.
    func threshold(
        _ label: ClaimLabel, _ holds: (UInt64) -> Bool
    ) throws(IssuingRefusal) -> ClaimValue {
        guard let thresholds = scale?.thresholds[label], !thresholds.isEmpty else {
            throw .scaleMissing(label)
        }
        if case .number(let bound) = bounds[label] {
            guard thresholds.contains(bound) else { throw .notInScale(label, thresholds) }
            guard holds(bound) else { throw .predicateFalse(label) }
            return .number(bound)
        }
        let isLowerBound = label == .householdPartsAtLeast
        let tightest =
            isLowerBound ? thresholds.last(where: holds) : thresholds.first(where: holds)
        guard let tightest else { throw .predicateFalse(label) }
        return .number(tightest)
    }

    /// The asked day, or else the day of the answer, if `holds` is true of it.
    ///
    /// Throws `day-after-answer` or `predicate-false`.
    func day(_ label: ClaimLabel, _ holds: (Day) -> Bool) throws(IssuingRefusal) -> ClaimValue {
        var day = answerDay
        if case .day(let asked) = bounds[label] { day = asked }
        guard day <= answerDay else { throw .dayAfterAnswer(label) }
        guard holds(day) else { throw .predicateFalse(label) }
        return .day(day)
    }
}
