internal import Proofs

extension FactSentences {
    static func tax(_ claims: Claims) -> [String] {
        [
            claims.words(.rfr).map { "le revenu fiscal de référence\(year(claims)) est de \($0)" },
            claims.words(.rfrAtMost).map {
                "le revenu fiscal de référence\(year(claims)) est \($0)"
            },
            claims.words(.rfrPerPartAtMost).map {
                "le revenu fiscal de référence par part\(year(claims)) est \($0)"
            },
            claims.words(.taxParts).map { "le nombre de parts\(year(claims)) est de \($0)" },
            claims.words(.householdPartsAtLeast).map {
                "le nombre de parts\(year(claims)) est d’\($0)"
            },
            claims.words(.familyStatus).map {
                "la situation de famille\(year(claims)) est « \($0) »"
            },
            claims.words(.dependants).map {
                "le nombre de personnes à charge\(year(claims)) est de \($0)"
            },
        ].compactMap { $0 }
    }

    /// « (revenus 2025, avis 2026) »: people know the tax notice by either year.
    private static func year(_ claims: Claims) -> String {
        claims.number(.incomeYear).map { " (revenus \($0), avis \($0 + 1))" } ?? ""
    }
}
