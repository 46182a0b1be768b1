internal import Proofs

/// What the facts of an answer are asked: one label, up to which bound, by which published scale.
struct Question {
    let label: ClaimLabel
    /// The bound or the day that was asked for; nil for the usual one.
    let bound: Disclosure.Bound?
    let scale: Scale?
    /// The UTC day of the answer.
    let answerDay: Day
    /// The last day that had begun at the body, `answerDay` or the next.
    ///
    /// It does not know later ones.
    let lastBegunDay: Day
    /// Whether a quotient familial of 0 is meant.
    let confirmsZero: Bool

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
    /// In the hours by which France is ahead of UTC, the day that has begun there if it is not true
    /// of the UTC day. Throws `day-after-answer` or `predicate-false`.
    func day(_ holds: (Day) -> Bool) throws(IssuingRefusal) -> ClaimValue {
        if case .day(let asked) = bound {
            guard asked <= lastBegunDay else { throw .dayAfterAnswer(label) }
            guard holds(asked) else { throw .predicateFalse(label) }
            return .day(asked)
        }
        guard let day = [answerDay, lastBegunDay].first(where: holds) else {
            throw .predicateFalse(label)
        }
        return .day(day)
    }

    /// What `find` has for the day of the answer, or else for the day that has begun at the body.
    func onDayOfAnswer<Found>(_ find: (Day) -> Found?) -> Found? {
        find(answerDay) ?? find(lastBegunDay)
    }
}
