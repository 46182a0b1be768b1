/// A fact that a person may have stated, as `issue --disclose` takes it.
///
/// Its parts are names of claims (Spec/claims.csv); what these require comes with them.
package enum OfferedFact: String, CaseIterable, Sendable {
    case quotientAtMost = "qf_at_most"
    case quotientBracket = "tariff_bracket"
    case quotient = "qf"
    case coverOn = "c2s_on"
    case coverSince = "c2s_since"
    case studentOn = "student_on"
    case studentUntil = "student_until"
    case grantOn = "grant_holder_on"
    case grantLevel = "grant_level"
    case incomePerPartAtMost = "rfr_per_part_at_most"
    case incomeAtMost = "rfr_at_most"
    case incomeAndParts = "rfr,tax_parts"
    case income = "rfr"
    case registeredOn = "registered_on"
    case registeredSince = "registered_since"
    case rightsOpenOn = "base_rights_open_on"
    case rightsUntil = "base_rights_until"

    /// What is asked for it; two facts of one datum are never chosen together.
    package var datum: Datum {
        switch self {
        case .quotientAtMost, .quotientBracket, .quotient: .quotientFamilial
        case .coverOn, .coverSince: .complementaryCover
        case .studentOn, .studentUntil: .student
        case .grantOn, .grantLevel: .grant
        case .incomePerPartAtMost, .incomeAtMost, .incomeAndParts, .income: .taxIncome
        case .registeredOn, .registeredSince: .jobSeeker
        case .rightsOpenOn, .rightsUntil: .health
        }
    }

    /// What the provider has to grant for it besides the identity.
    package var scopes: [String] {
        switch self {
        case .grantLevel: datum.scopes + ["cnous_echelon_bourse"]
        case .incomePerPartAtMost, .incomeAndParts: datum.scopes + ["dgfip_nbpart"]
        case .quotientAtMost, .quotientBracket, .quotient, .coverOn, .coverSince, .studentOn,
            .studentUntil, .grantOn, .incomeAtMost, .income, .registeredOn, .registeredSince,
            .rightsOpenOn, .rightsUntil:
            datum.scopes
        }
    }

    /// Whether it can be stated by a scale; bounds come from a published one only
    /// (Spec/issuing.md 4).
    func isStated(by scale: PublishedScale?) -> Bool {
        switch self {
        case .quotientAtMost, .quotientBracket, .incomePerPartAtMost, .incomeAtMost:
            scale?.bounds(of: self).isEmpty == false
        case .quotient, .coverOn, .coverSince, .studentOn, .studentUntil, .grantOn, .grantLevel,
            .incomeAndParts, .income, .registeredOn, .registeredSince, .rightsOpenOn, .rightsUntil:
            true
        }
    }
}
