internal import Proofs

extension FactSentences {
    static func tax(_ label: ClaimLabel.Tax, _ claims: Claims) -> String? {
        let income = "le revenu fiscal de référence"
        let year = year(claims)
        return switch label {
        case .rfr: claims.words(.rfr).map { "\(income)\(year) est de \($0)" }
        case .incomeYear: nil
        case .taxParts: claims.words(.taxParts).map { "le nombre de parts\(year) est de \($0)" }
        case .familyStatus:
            claims.words(.familyStatus).map { "la situation de famille\(year) est « \($0) »" }
        case .dependants:
            claims.words(.dependants).map {
                "le nombre de personnes à charge\(year) est de \($0)"
            }
        case .rfrAtMost: claims.words(.rfrAtMost).map { "\(income)\(year) est \($0)" }
        case .rfrPerPartAtMost:
            claims.words(.rfrPerPartAtMost).map { "\(income) par part\(year) est \($0)" }
        case .householdPartsAtLeast:
            claims.words(.householdPartsAtLeast).map {
                "le nombre de parts\(year) est d’\($0)"
            }
        }
    }

    /// « (revenus 2025, avis 2026) »: people know the tax notice by either year.
    private static func year(_ claims: Claims) -> String {
        claims.number(.incomeYear).map { " (revenus \($0), avis \($0 + 1))" } ?? ""
    }
}
