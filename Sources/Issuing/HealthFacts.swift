package import Proofs

/// What the health insurance says: base rights (CNAM), or the complementary cover (C2S).
package struct HealthFacts: Equatable, Sendable {
    /// The Complémentaire santé solidaire, as far as the body tells it; nil is not told.
    package struct ComplementaryCover: Equatable, Sendable {
        package var isBeneficiary: Bool?
        package var paysContribution: Bool?
        package var since: Day?

        package init() {}
    }

    /// Nil when the answer is not about base rights.
    package var periods: [Period]?
    /// Nil when the answer is not about the C2S.
    package var c2s: ComplementaryCover?
    /// Five digits.
    package var fundCode: String?

    package init() {}
}

extension HealthFacts {
    func value(
        of label: ClaimLabel.Health, _ question: Question
    ) throws(IssuingRefusal) -> ClaimValue {
        switch label {
        case .baseRightsFrom:
            return .day(try question.known(question.onDayOfAnswer(period(on:))).from)
        case .baseRightsUntil:
            return .day(try question.known(question.onDayOfAnswer(period(on:))).until)
        case .baseRightsOpenOn:
            _ = try question.known(periods)
            return try question.day { period(on: $0) != nil }
        case .fundCode: return .code(try question.known(fundCode))
        case .c2s, .c2sWithContribution, .c2sSince, .c2sOn:
            return try (c2s ?? ComplementaryCover()).value(of: label, question)
        }
    }

    /// The period that holds `day`; of several, the one that ends last.
    func period(on day: Day) -> Period? {
        periods?.filter { $0.contains(day) }.max { $0.until < $1.until }
    }
}

extension HealthFacts.ComplementaryCover {
    /// Throws `fact-missing` for a label of base rights, which are another answer.
    func value(
        of label: ClaimLabel.Health, _ question: Question
    ) throws(IssuingRefusal) -> ClaimValue {
        switch label {
        case .baseRightsFrom, .baseRightsUntil, .baseRightsOpenOn, .fundCode:
            throw .factMissing(question.label)
        case .c2s:
            guard try question.known(isBeneficiary) else {
                throw .predicateFalse(question.label)
            }
            return .flag(true)
        case .c2sWithContribution: return .flag(try question.known(paysContribution))
        case .c2sSince: return .day(try question.known(since))
        case .c2sOn:
            guard try question.known(isBeneficiary, missing: .c2s) else {
                throw .predicateFalse(question.label)
            }
            let since = try question.known(since, missing: .c2sSince)
            return try question.day { $0 >= since }
        }
    }
}
