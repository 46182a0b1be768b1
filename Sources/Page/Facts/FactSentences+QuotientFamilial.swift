internal import Proofs

extension FactSentences {
    static func quotientFamilial(
        _ label: ClaimLabel.QuotientFamilial, _ claims: Claims
    ) -> String? {
        let month = claims.words(.qfMonth).map { " " + FrenchText.of($0) } ?? ""
        let subject = "le quotient familial\(month)"
        return switch label {
        case .qf: claims.words(.qf).map { "\(subject) est de \($0)" }
        case .qfMonth, .qfSource: nil
        case .qfComputed:
            claims.words(.qfComputed).map {
                "le quotient familial a été calculé pour la dernière fois en \($0)"
            }
        case .children:
            claims.words(.children).map { "le nombre d’enfants pris en compte est de \($0)" }
        case .qfAtMost: claims.words(.qfAtMost).map { "\(subject) est \($0)" }
        case .qfBracket: bracket(claims).map { "\(subject) est \($0)" }
        case .tariffBracket: claims.words(.tariffBracket).map { "\(subject) correspond à la \($0)" }
        }
    }

    private static func bracket(_ claims: Claims) -> String? {
        guard case .bracket(_, let upper) = claims[.qfBracket],
            let words = claims.words(.qfBracket)
        else { return nil }
        return upper == nil ? "de \(words)" : "dans la tranche \(words)"
    }
}
