// Written by scripts/claims from Spec/claims.csv and Spec/blocks.csv; change that and run it.
// swift-format-ignore-file

internal import Proofs

extension ClaimTexts {
    /// One a label, in the order of `ClaimLabel.allCases`.
    static let all: [ClaimTexts] = [
        ClaimTexts(.familyName, "Nom de naissance", "Birth name", .plain),
        ClaimTexts(.firstGivenName, "Premier prénom", "First given name", .plain),
        ClaimTexts(.otherGivenNames, "Autres prénoms", "Other given names", .plain),
        ClaimTexts(.birthDate, "Date de naissance", "Date of birth", .plain),
        ClaimTexts(.usageName, "Nom d’usage", "Name in use", .plain),
        ClaimTexts(
            .sex, "Sexe", "Sex", .choices([(0, "non précisé", "unspecified"), (1, "masculin",
            "male"), (2, "féminin", "female")])),
        ClaimTexts(
            .birthPlaceCOG, "Commune de naissance (code INSEE)", "Place of birth (INSEE code)",
            .plain),
        ClaimTexts(
            .birthCountryCOG, "Pays de naissance (code INSEE)", "Country of birth (INSEE code)",
            .plain),
        ClaimTexts(
            .identityACR, "Niveau d’identification", "Level of identification", .choices([(1,
            "faible (eIDAS 1)", "low (eIDAS 1)"), (2, "substantiel (eIDAS 2)",
            "substantial (eIDAS 2)"), (3, "élevé (eIDAS 3)", "high (eIDAS 3)")])),
        ClaimTexts(.recipient, "Établi pour", "Made for", .plain),
        ClaimTexts(.dataAsOf, "Données du", "Data as of", .plain),
        ClaimTexts(.delegated, "Démarche faite par un aidant", "Made by a helper", .plain),
        ClaimTexts(.rfr, "Revenu fiscal de référence", "Reference tax income", .plain),
        ClaimTexts(.incomeYear, "Revenus de l’année", "Income of the year", .plain),
        ClaimTexts(.taxParts, "Nombre de parts", "Tax parts", .plain),
        ClaimTexts(
            .familyStatus, "Situation de famille", "Family status", .choices([(1, "célibataire",
            "single"), (2, "mariage", "married"), (3, "pacs", "civil partnership"), (4,
            "divorce ou séparation", "divorced or separated"), (5, "veuvage", "widowed")])),
        ClaimTexts(.dependants, "Personnes à charge", "Dependants", .plain),
        ClaimTexts(
            .rfrAtMost, "Revenu fiscal de référence", "Reference tax income",
            .bound("inférieur ou égal à {}", "at most {}")),
        ClaimTexts(
            .rfrPerPartAtMost, "Revenu fiscal de référence par part",
            "Reference tax income per part", .bound("inférieur ou égal à {}", "at most {}")),
        ClaimTexts(
            .householdPartsAtLeast, "Nombre de parts", "Tax parts", .bound("au moins {}",
            "at least {}")),
        ClaimTexts(.qf, "Quotient familial", "Quotient familial", .plain),
        ClaimTexts(
            .qfMonth, "Mois du quotient familial", "Month of the quotient familial", .plain),
        ClaimTexts(.qfComputed, "Dernier calcul", "Last computed", .plain),
        ClaimTexts(.children, "Enfants", "Children", .plain),
        ClaimTexts(
            .qfSource, "Organisme", "Body", .choices([(1, "CAF", "CAF"), (2, "MSA", "MSA")])),
        ClaimTexts(
            .qfAtMost, "Quotient familial", "Quotient familial", .bound("inférieur ou égal à {}",
            "at most {}")),
        ClaimTexts(.qfBracket, "Quotient familial", "Quotient familial", .plain),
        ClaimTexts(.tariffBracket, "Tranche tarifaire", "Tariff bracket", .plain),
        ClaimTexts(
            .registeredSince, "Inscription comme demandeur d’emploi depuis le",
            "Registered as a job seeker since", .plain),
        ClaimTexts(.registrationEnded, "Fin d’inscription", "Registration ended", .plain),
        ClaimTexts(
            .registrationCategory, "Catégorie d’inscription", "Category of registration", .plain),
        ClaimTexts(
            .registeredOn, "Inscription à France Travail constatée le",
            "Registration with France Travail confirmed on", .plain),
        ClaimTexts(
            .notRegisteredOn, "Absence d’inscription à France Travail constatée le",
            "Absence of registration with France Travail confirmed on", .plain),
        ClaimTexts(
            .baseRightsFrom, "Droits de base à l’Assurance maladie depuis le",
            "Health insurance cover from", .plain),
        ClaimTexts(
            .baseRightsUntil, "Droits de base à l’Assurance maladie jusqu’au",
            "Health insurance cover until", .plain),
        ClaimTexts(.fundCode, "Caisse (code)", "Fund (code)", .plain),
        ClaimTexts(
            .c2s, "Complémentaire santé solidaire", "Complémentaire santé solidaire", .plain),
        ClaimTexts(.c2sWithContribution, "Avec participation", "With a contribution", .plain),
        ClaimTexts(
            .c2sSince, "Complémentaire santé solidaire depuis le",
            "Complémentaire santé solidaire since", .plain),
        ClaimTexts(
            .baseRightsOpenOn, "Droits de base à l’Assurance maladie ouverts à la date du",
            "Health insurance cover confirmed on", .plain),
        ClaimTexts(
            .c2sOn, "Complémentaire santé solidaire ouverte à la date du",
            "Complémentaire santé solidaire confirmed on", .plain),
        ClaimTexts(
            .studentFrom, "Inscription dans l’enseignement supérieur depuis le",
            "Enrolled in higher education from", .plain),
        ClaimTexts(
            .studentUntil, "Inscription dans l’enseignement supérieur jusqu’au",
            "Enrolled in higher education until", .plain),
        ClaimTexts(
            .grantLevel, "Bourse d’enseignement supérieur", "Student grant", .choices([(0,
            "échelon 0 bis", "level 0 bis"), (1, "échelon 1", "level 1"), (2, "échelon 2",
            "level 2"), (3, "échelon 3", "level 3"), (4, "échelon 4", "level 4"), (5, "échelon 5",
            "level 5"), (6, "échelon 6", "level 6"), (7, "échelon 7", "level 7")])),
        ClaimTexts(
            .studentOn, "Inscription dans l’enseignement supérieur constatée le",
            "Enrolment in higher education confirmed on", .plain),
        ClaimTexts(
            .grantHolderOn, "Bourse d’enseignement supérieur constatée le",
            "Student grant confirmed on", .plain),
    ]
}
