internal import Proofs

extension FactSentences {
    static func quotientFamilial(_ claims: Claims) -> [String] {
        let month = claims.words(.qfMonth).map { " " + FrenchText.of($0) } ?? ""
        let subject = "le quotient familial\(month)"
        return [
            claims.words(.qf).map { "\(subject) est de \($0)" },
            claims.words(.qfAtMost).map { "\(subject) est \($0)" },
            bracket(claims).map { "\(subject) est \($0)" },
            claims.words(.tariffBracket).map { "\(subject) correspond à la \($0)" },
            claims.words(.qfComputed).map {
                "le quotient familial a été calculé pour la dernière fois en \($0)"
            },
            claims.words(.children).map { "le nombre d’enfants pris en compte est de \($0)" },
        ].compactMap { $0 }
    }

    private static func bracket(_ claims: Claims) -> String? {
        guard case .bracket(_, let upper) = claims[.qfBracket],
            let words = claims.words(.qfBracket)
        else { return nil }
        return upper == nil ? "de \(words)" : "dans la tranche \(words)"
    }
}
