internal import Proofs

/// What the facts of an answer are asked: one label, up to which bound, by which published scale.
struct Question {
    let label: ClaimLabel
    /// The bound or the day that was asked for; nil for the usual one.
    let bound: Disclosure.Bound?
    let scale: Scale?
    /// The UTC day of the answer: a body does not know later days.
    let answerDay: Day

    /// A fact that must be in the answer, or `fact-missing` of the label that is `missing`.
    func known<Value>(
        _ value: Value?, missing: ClaimLabel? = nil
    ) throws(IssuingRefusal) -> Value {
        guard let value else { throw .factMissing(missing ?? label) }
        return value
    }

    /// A threshold of the scale for which `holds` is true: the asked one, or else the tightest.
    ///
    /// Throws `scale-missing`, `not-in-scale` or `predicate-false`. A free bound is never taken:
    /// repeated requests would bisect the value.
    func threshold(_ holds: (UInt64) -> Bool) throws(IssuingRefusal) -> ClaimValue {
        guard let thresholds = scale?.thresholds[label], !thresholds.isEmpty else {
            throw .scaleMissing(label)
        }
        if case .number(let bound) = bound {
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
    func day(_ holds: (Day) -> Bool) throws(IssuingRefusal) -> ClaimValue {
        var day = answerDay
        if case .day(let asked) = bound { day = asked }
        guard day <= answerDay else { throw .dayAfterAnswer(label) }
        guard holds(day) else { throw .predicateFalse(label) }
        return .day(day)
    }
}
