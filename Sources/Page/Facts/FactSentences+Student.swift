internal import Proofs

extension FactSentences {
    static func student(_ label: ClaimLabel.Student, _ claims: Claims) -> String? {
        switch label {
        case .studentFrom: enrolment(claims)
        case .studentUntil: nil
        case .studentOn:
            claims.words(.studentOn).map {
                "une inscription dans l’enseignement supérieur était en cours le \($0)"
            }
        case .grantLevel: nil
        case .grantHolderOn:
            claims.words(.grantHolderOn).map { day in
                let level = claims.words(.grantLevel).map { " (\($0))" } ?? ""
                return "une bourse d’enseignement supérieur\(level) était attribuée le \(day)"
            }
        }
    }

    private static func enrolment(_ claims: Claims) -> String? {
        guard let from = claims.words(.studentFrom), let until = claims.words(.studentUntil)
        else { return nil }
        return "une inscription dans l’enseignement supérieur va du \(from) au \(until) inclus"
    }
}
