internal import Proofs
internal import Reporting

/// What a justificatif proves, as clauses that follow « Ce document prouve une seule chose : ».
enum FactSentences {
    /// One clause for each fact, in the order of the wire; never empty.
    ///
    /// No clause says more than the claim: what a data body answered on one day is said of that
    /// day.
    static func all(_ claims: Claims) -> [String] {
        let facts =
            tax(claims) + quotientFamilial(claims) + jobSeeker(claims) + health(claims)
        return facts.isEmpty ? leftovers(claims) : facts
    }

    /// Labels without a clause of their own, when nothing else is stated: an income year, a month.
    private static func leftovers(_ claims: Claims) -> [String] {
        ClaimWords.all(of: claims.only { $0.block != nil }, .french).map {
            "« \($0.title) » est : \($0.value)"
        }
    }
}
