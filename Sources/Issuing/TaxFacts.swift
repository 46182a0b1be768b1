internal import Proofs

/// What the tax administration says of a tax household.
package struct TaxFacts: Equatable, Sendable {
    /// Reference tax income in euros, 0 to 999999999999.
    package var rfr: UInt64?
    /// The year of the income, not of the notice.
    package var incomeYear: UInt64?
    /// In hundredths of a part, 25 to 9999.
    package var parts: UInt64?
    /// The number of a choice of the claim `family_status`.
    package var familyStatus: UInt64?
    /// 0 to 99.
    package var dependants: UInt64?

    package init() {}
}

extension TaxFacts {
    func value(
        of label: ClaimLabel.Tax, _ question: Question
    ) throws(IssuingRefusal) -> ClaimValue {
        switch label {
        case .rfr: return .number(try question.known(rfr))
        case .incomeYear: return .number(try question.known(incomeYear))
        case .taxParts: return .number(try question.known(parts))
        case .familyStatus: return .choice(try question.known(familyStatus))
        case .dependants: return .number(try question.known(dependants))
        case .rfrAtMost:
            let rfr = try question.known(rfr, missing: .rfr)
            return try question.threshold { rfr <= $0 }
        case .rfrPerPartAtMost:
            let rfr = try question.known(rfr, missing: .rfr)
            let parts = try question.known(parts, missing: .taxParts)
            return try question.threshold {
                TaxFacts.isPerPart(rfr, hundredthsOfParts: parts, atMost: $0)
            }
        case .householdPartsAtLeast:
            let parts = try question.known(parts, missing: .taxParts)
            return try question.threshold { parts >= $0 }
        }
    }

    /// RFR x 100 <= bound x hundredths of parts, in 128 bits: dividing would round, and a person
    /// one cent above a threshold would pass.
    private static func isPerPart(
        _ rfr: UInt64, hundredthsOfParts parts: UInt64, atMost bound: UInt64
    ) -> Bool {
        let (income, ceiling) = (
            rfr.multipliedFullWidth(by: 100), bound.multipliedFullWidth(by: parts)
        )
        return (income.high, income.low) <= (ceiling.high, ceiling.low)
    }
}
