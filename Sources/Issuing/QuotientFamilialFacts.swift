package import Proofs

/// What the CAF or the MSA says of a household.
package struct QuotientFamilialFacts: Equatable, Sendable {
    /// In euros, 0 to 99999.
    package var value: UInt64?
    /// The month the value applies to.
    package var month: Month?
    /// The month it was last computed.
    package var computed: Month?
    /// The number of a choice of the claim `qf_source`.
    package var source: UInt64?
    /// 0 to 30.
    package var children: UInt64?

    package init() {}
}

extension QuotientFamilialFacts {
    func value(
        of label: ClaimLabel, _ question: Question
    ) throws(IssuingRefusal) -> ClaimValue {
        switch label {
        case .qfMonth: return .month(try knownMonth(question))
        case .qfComputed: return .month(try question.known(label, computed))
        case .qfSource: return .choice(try question.known(label, source))
        case .children: return .number(try question.known(label, children))
        default: break
        }
        let value = try question.known(.qf, value)
        switch label {
        case .qf: return .number(value)
        case .qfAtMost: return try question.threshold(label) { value <= $0 }
        case .qfBracket:
            let bracket = try bracket(label, value, question)
            return .bracket(lower: bracket.lower, upper: bracket.upper)
        case .tariffBracket:
            let bracket = try bracket(label, value, question)
            return .tariff(grid: bracket.grid, bracket: bracket.number)
        default: throw .factMissing(label)
        }
    }

    private func bracket(
        _ label: ClaimLabel, _ value: UInt64, _ question: Question
    ) throws(IssuingRefusal) -> Scale.Bracket {
        guard let scale = question.scale, !scale.brackets.isEmpty else {
            throw .scaleMissing(label)
        }
        guard let bracket = scale.bracket(of: value) else { throw .predicateFalse(label) }
        return bracket
    }

    /// An answer can name the next month only in the hours by which France is ahead of UTC.
    private func knownMonth(_ question: Question) throws(IssuingRefusal) -> Month {
        let month = try question.known(.qfMonth, month)
        guard month.firstDay <= question.answerDay.adding(days: 1) else {
            throw .factInFuture(.qfMonth)
        }
        return month
    }
}
