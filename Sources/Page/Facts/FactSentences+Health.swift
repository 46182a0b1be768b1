internal import Proofs

extension FactSentences {
    static func health(_ label: ClaimLabel.Health, _ claims: Claims) -> String? {
        switch label {
        case .baseRightsFrom: baseRights(claims)
        case .baseRightsUntil: nil
        case .fundCode:
            claims.words(.fundCode).map { "le code de la caisse d’assurance maladie est \($0)" }
        case .c2s: complementary(claims)
        case .c2sWithContribution, .c2sSince: nil
        case .baseRightsOpenOn:
            claims.words(.baseRightsOpenOn).map {
                "les droits de base à l’Assurance maladie étaient ouverts le \($0)"
            }
        case .c2sOn:
            claims.words(.c2sOn).map {
                "le droit à la Complémentaire santé solidaire était ouvert le \($0)"
            }
        }
    }

    private static func baseRights(_ claims: Claims) -> String? {
        guard let from = claims.words(.baseRightsFrom), let until = claims.words(.baseRightsUntil)
        else { return nil }
        return "les droits de base à l’Assurance maladie vont du \(from) au \(until) inclus"
    }

    private static func complementary(_ claims: Claims) -> String {
        let right = "le droit à la Complémentaire santé solidaire"
        let share = claims.flag(.c2sWithContribution).map {
            $0 ? ", avec participation," : ", sans participation,"
        }
        let day = claims.words(.dataAsOf).map { " le \($0)" } ?? ""
        let since = claims.words(.c2sSince).map { " (depuis le \($0))" } ?? ""
        return "\(right)\(share ?? "") était ouvert\(day)\(since)"
    }
}
