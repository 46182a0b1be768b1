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
                "les droits de base à l’Assurance maladie étaient ouverts à la date du \($0)"
            }
        case .c2sOn:
            claims.words(.c2sOn).map {
                "le droit à la Complémentaire santé solidaire était ouvert à la date du \($0)"
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
        let day = claims.words(.dataAsOf).map { " à la date du \($0)" } ?? ""
        let since = claims.words(.c2sSince).map { " (depuis le \($0))" } ?? ""
        return "\(right)\(share ?? "") était ouvert\(day)\(since)"
    }
}

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
                return "une bourse d’enseignement supérieur\(level) était attribuée à la date du "
                    + day
            }
        }
    }

    private static func enrolment(_ claims: Claims) -> String? {
        guard let from = claims.words(.studentFrom), let until = claims.words(.studentUntil)
        else { return nil }
        return "une inscription dans l’enseignement supérieur va du \(from) au \(until) inclus"
    }
}
