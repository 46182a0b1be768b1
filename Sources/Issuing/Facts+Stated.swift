package import Proofs

extension Facts {
    /// What the facts say of a label on the UTC day of the answer; nil if they say nothing, or if a
    /// predicate about a day is not true on it.
    ///
    /// A bound or a bracket is nil as well: those need a published scale.
    package func stated(_ label: ClaimLabel, on answerDay: Day) -> ClaimValue? {
        try? value(
            Question(
                label: label, bound: nil, scale: nil, answerDay: answerDay,
                lastBegunDay: answerDay, confirmsZero: false))
    }
}
