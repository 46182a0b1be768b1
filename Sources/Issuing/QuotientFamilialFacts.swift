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
        of label: ClaimLabel.QuotientFamilial, _ question: Question
    ) throws(IssuingRefusal) -> ClaimValue {
        switch label {
        case .qf: return .number(try knownValue(question))
        case .qfMonth: return .month(try knownMonth(question))
        case .qfComputed: return .month(try question.known(computed))
        case .children: return .number(try question.known(children))
        case .qfSource: return .choice(try question.known(source))
        case .qfAtMost:
            let value = try knownValue(question)
            return try question.threshold { value <= $0 }
        case .qfBracket:
            let bracket = try bracket(question)
            return .bracket(lower: bracket.lower, upper: bracket.upper)
        case .tariffBracket:
            let bracket = try bracket(question)
            return .tariff(grid: bracket.grid, bracket: bracket.number)
        }
    }

    /// Throws `zero-not-confirmed`: 0 makes every bound true, and a body that knows of no quotient
    /// familial may send it.
    private func knownValue(_ question: Question) throws(IssuingRefusal) -> UInt64 {
        let value = try question.known(value, missing: .qf)
        guard value > 0 || question.confirmsZero else { throw .zeroNotConfirmed }
        return value
    }

    private func bracket(_ question: Question) throws(IssuingRefusal) -> Scale.Bracket {
        let value = try knownValue(question)
        guard let scale = question.scale, !scale.brackets.isEmpty else {
            throw .scaleMissing(question.label)
        }
        guard let bracket = scale.bracket(of: value) else {
            throw .predicateFalse(question.label)
        }
        return bracket
    }

    /// An answer names the next month only in the hours by which France is ahead of UTC.
    private func knownMonth(_ question: Question) throws(IssuingRefusal) -> Month {
        let month = try question.known(month)
        guard month.firstDay <= question.lastBegunDay else {
            throw .factInFuture(.qfMonth)
        }
        return month
    }
}
