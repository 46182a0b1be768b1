internal import Explaining
internal import Proofs
internal import Reporting

/// What a justificatif proves, as clauses that follow « Ce document prouve une seule chose : ».
///
/// Every label that states a fact has its case here: a clause, or the label whose clause says it.
enum FactSentences {
    /// One clause for each fact, in the order of the wire; never empty.
    ///
    /// No clause says more than the claim: what a data body answered on one day is said of that
    /// day.
    static func all(_ claims: Claims) -> [String] {
        let facts = claims.labels.compactMap { $0.fact.flatMap { clause($0, claims) } }
        return facts.isEmpty ? leftovers(claims) : facts
    }

    /// Nil for a label that is said with another one.
    private static func clause(_ fact: ClaimLabel.Fact, _ claims: Claims) -> String? {
        switch fact {
        case .tax(let label): tax(label, claims)
        case .quotientFamilial(let label): quotientFamilial(label, claims)
        case .jobSeeker(let label): jobSeeker(label, claims)
        case .health(let label): health(label, claims)
        case .student(let label): student(label, claims)
        }
    }

    /// Labels that are said with others, when nothing else is stated: an income year, a month.
    private static func leftovers(_ claims: Claims) -> [String] {
        ClaimWords.all(of: claims.only { $0.block != nil }, .french).map {
            "« \($0.title) » est : \($0.value)"
        }
    }
}
