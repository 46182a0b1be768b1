package import Proofs

extension ClaimLabel {
    /// What stands before the value, on screens and pages.
    package func title(_ language: Language) -> String {
        let titles = ClaimTitles.of(self)
        return language(titles.french, titles.english)
    }
}

enum ClaimTitles {
    static func of(_ label: ClaimLabel) -> (french: String, english: String) {
        switch label {
        case .familyName: ("Nom de naissance", "Birth name")
        case .firstGivenName: ("Premier prénom", "First given name")
        case .otherGivenNames: ("Autres prénoms", "Other given names")
        case .birthDate: ("Date de naissance", "Date of birth")
        case .usageName: ("Nom d’usage", "Name in use")
        case .sex: ("Sexe", "Sex")
        case .birthPlaceCOG: ("Commune de naissance (code INSEE)", "Place of birth (INSEE code)")
        case .birthCountryCOG: ("Pays de naissance (code INSEE)", "Country of birth (INSEE code)")
        case .identityACR: ("Niveau d’identification", "Level of identification")
        case .recipient: ("Établi pour", "Made for")
        case .dataAsOf: ("Données du", "Data of")
        case .delegated: ("Démarche faite par un aidant", "Made by a helper")
        default: ofFact(label)
        }
    }

    private static func ofFact(_ label: ClaimLabel) -> (french: String, english: String) {
        switch label {
        case .rfr, .rfrAtMost: ("Revenu fiscal de référence", "Reference tax income")
        case .rfrPerPartAtMost:
            ("Revenu fiscal de référence par part", "Reference tax income per part")
        case .incomeYear: ("Revenus de l’année", "Income of the year")
        case .taxParts, .householdPartsAtLeast: ("Nombre de parts", "Tax parts")
        case .familyStatus: ("Situation de famille", "Family status")
        case .dependants: ("Personnes à charge", "Dependants")
        case .qf, .qfAtMost, .qfBracket: ("Quotient familial", "Quotient familial")
        case .qfMonth: ("Mois du quotient familial", "Month of the quotient familial")
        case .qfComputed: ("Dernier calcul", "Last computed")
        case .children: ("Enfants", "Children")
        case .qfSource: ("Organisme", "Body")
        case .tariffBracket: ("Tranche tarifaire", "Tariff bracket")
        case .registeredSince:
            ("Inscription comme demandeur d’emploi depuis le", "Registered as a job seeker since")
        case .registrationEnded: ("Fin d’inscription", "Registration ended")
        case .registrationCategory: ("Catégorie d’inscription", "Category of registration")
        case .registeredOn:
            (
                "Inscription à France Travail constatée le",
                "Registered with France Travail on"
            )
        case .notRegisteredOn:
            (
                "Absence d’inscription à France Travail constatée le",
                "Not registered with France Travail on"
            )
        default: ofHealth(label)
        }
    }

    private static func ofHealth(_ label: ClaimLabel) -> (french: String, english: String) {
        switch label {
        case .baseRightsFrom:
            ("Droits de base à l’Assurance maladie depuis le", "Health insurance rights from")
        case .baseRightsUntil:
            ("Droits de base à l’Assurance maladie jusqu’au", "Health insurance rights until")
        case .fundCode: ("Caisse (code)", "Fund (code)")
        case .c2s: ("Complémentaire santé solidaire", "Complémentaire santé solidaire")
        case .c2sWithContribution: ("Avec participation", "With a contribution")
        case .c2sSince:
            ("Complémentaire santé solidaire depuis le", "Complémentaire santé solidaire since")
        case .c2sOn:
            ("Complémentaire santé solidaire ouverte le", "Complémentaire santé solidaire open on")
        default:
            (
                "Droits de base à l’Assurance maladie ouverts le",
                "Health insurance rights open on"
            )
        }
    }
}
