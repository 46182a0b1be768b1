internal import Explaining
internal import PortalRules
internal import Reporting

extension OfferedFact {
    /// What will be stated, and no more; by the bounds of a scale, which are those of the offer.
    func words(_ scale: PublishedScale?) -> Wording {
        let ceilings = OfferedFact.ceilings(scale?.bounds(of: self) ?? [], scale)
        return switch self {
        case .quotientAtMost, .incomeAtMost:
            Wording(
                "Seulement qu’il ne dépasse pas un plafond \(ceilings.french)",
                "Only that it does not exceed a ceiling \(ceilings.english)")
        case .quotientBracket:
            Wording(
                "Seulement la tranche où il se trouve, d’après les limites \(ceilings.french)",
                "Only the bracket it falls in, by the limits \(ceilings.english)")
        case .quotient, .income: Wording("Sa valeur, en euros", "Its amount, in euros")
        case .coverOn: Wording("Que vous l’avez aujourd’hui", "That you have it today")
        case .coverSince: Wording("Depuis quand vous l’avez", "Since when you have had it")
        case .studentOn: Wording("Que vous êtes inscrit aujourd’hui", "That you are enrolled today")
        case .studentUntil:
            Wording("Les dates de votre inscription", "The dates of your enrolment")
        case .grantOn: Wording("Que vous êtes boursier aujourd’hui", "That you hold a grant today")
        case .grantLevel:
            Wording(
                "Que vous êtes boursier aujourd’hui, et votre échelon",
                "That you hold a grant today, and its level")
        case .incomePerPartAtMost:
            Wording(
                "Seulement que le revenu par part ne dépasse pas un plafond \(ceilings.french)",
                "Only that the income per part does not exceed a ceiling \(ceilings.english)")
        case .incomeAndParts:
            Wording(
                "Sa valeur, en euros, et le nombre de parts",
                "Its amount, in euros, and the number of parts")
        case .registeredOn:
            Wording("Que vous êtes inscrit aujourd’hui", "That you are registered today")
        case .registeredSince:
            Wording("Les dates de votre inscription", "The dates of your registration")
        case .rightsOpenOn:
            Wording("Que vos droits sont ouverts aujourd’hui", "That you are covered today")
        case .rightsUntil: Wording("Les dates de vos droits", "The dates of your cover")
        }
    }

    /// « du barème cantine-2026 : 400 €, 800 € ».
    private static func ceilings(_ bounds: [UInt64], _ scale: PublishedScale?) -> Wording {
        func list(_ language: Language) -> String {
            bounds.map { NumberWords.euros($0, language) }.joined(separator: ", ")
        }
        let name = scale?.identifier ?? ""
        return Wording(
            "du barème \(name) : \(list(.french))", "of scale \(name): \(list(.english))")
    }
}

extension Datum {
    /// Everything that is asked for if one of the facts may be chosen, which may be more than is
    /// stated.
    func asked(for facts: [OfferedFact]) -> Wording {
        switch self {
        case .quotientFamilial:
            Wording(
                "votre quotient familial et les noms des allocataires, pour vérifier que c’est "
                    + "bien vous",
                "your quotient familial and the names of the allocataires, to check that it is you")
        case .complementaryCover:
            Wording(
                "si vous avez la Complémentaire santé solidaire, avec ou sans participation, et "
                    + "depuis quand",
                "whether you have the Complémentaire santé solidaire, with or without a "
                    + "contribution, and since when")
        case .student:
            Wording(
                "vos admissions et inscriptions de cette année, avec leurs dates",
                "your admissions and enrolments this year, with their dates")
        case .grant: Datum.grant(Asking(of: facts, for: [.grantLevel]))
        case .taxIncome:
            Datum.income(Asking(of: facts, for: [.incomePerPartAtMost, .incomeAndParts]))
        case .jobSeeker:
            Wording(
                "votre état civil et votre inscription, avec vos coordonnées",
                "your identity details and your registration, with your contact details")
        case .health:
            Wording(
                "votre identité, votre numéro de sécurité sociale, que nous ne gardons pas, et "
                    + "vos périodes de droits",
                "your identity, your social security number, which we do not keep, and the "
                    + "periods of your cover")
        }
    }

    private static func grant(_ level: Asking) -> Wording {
        switch level {
        case .never:
            Wording(
                "si vous êtes boursier, et pour quels mois",
                "whether you hold a grant, and for which months")
        case .ifChosen:
            Wording(
                "si vous êtes boursier, pour quels mois, et votre échelon si vous le demandez",
                "whether you hold a grant, for which months, and its level if you ask for it")
        case .always:
            Wording(
                "si vous êtes boursier, pour quels mois, et votre échelon",
                "whether you hold a grant, for which months, and its level")
        }
    }

    private static func income(_ parts: Asking) -> Wording {
        let parts =
            switch parts {
            case .never: Wording("", "")
            case .ifChosen:
                Wording(
                    ", le nombre de parts si vous le demandez",
                    ", the number of parts if you ask for it")
            case .always: Wording(", le nombre de parts", ", the number of parts")
            }
        return Wording(
            "le revenu fiscal de référence de votre foyer\(parts.french), et les noms et dates de "
                + "naissance des déclarants, pour vérifier que c’est bien vous",
            "your household’s reference tax income\(parts.english), and the names and dates of "
                + "birth of the people on the tax return, to check that it is you")
    }

    /// Whether a detail is asked for.
    private enum Asking {
        case never, ifChosen, always

        /// By how many of the facts that are offered need it.
        init(of facts: [OfferedFact], for those: [OfferedFact]) {
            let needing = facts.count { those.contains($0) }
            self = needing == 0 ? .never : needing == facts.count ? .always : .ifChosen
        }
    }
}
