internal import Proofs

extension FactSentences {
    /// Always of a day: « est inscrit » would say more than anybody knows, and of a man.
    static func jobSeeker(_ label: ClaimLabel.JobSeeker, _ claims: Claims) -> String? {
        switch label {
        case .registeredSince: registration(claims)
        case .registrationEnded: nil
        case .registrationCategory:
            claims.words(.registrationCategory).map {
                "la catégorie d’inscription à France Travail est \($0)"
            }
        case .registeredOn:
            claims.words(.registeredOn).map {
                "l’inscription à France Travail a été constatée le \($0)"
            }
        case .notRegisteredOn:
            claims.words(.notRegisteredOn).map {
                "l’absence d’inscription à France Travail a été constatée le \($0)"
            }
        }
    }

    private static func registration(_ claims: Claims) -> String? {
        guard let since = claims.words(.registeredSince) else { return nil }
        let begun = "une inscription à France Travail a commencé le \(since)"
        if claims[.registrationEnded] == .noDay {
            let day = claims.words(.dataAsOf).map { " au \($0)" } ?? ""
            return "\(begun), sans date de fin connue\(day)"
        }
        return claims.words(.registrationEnded).map { "\(begun) et s’est terminée le \($0)" }
    }
}
