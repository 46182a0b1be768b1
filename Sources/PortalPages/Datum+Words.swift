internal import Issuing
package import PortalRules

/// What a person is told of each datum, in one table.
extension Datum {
    /// Its name, as a title.
    var title: String {
        switch self {
        case .grant: "Bourse d’enseignement supérieur"
        case .quotientFamilial, .complementaryCover, .student, .taxIncome, .jobSeeker, .health:
            kind.french
        }
    }

    /// Who answers, as the subject of a sentence.
    package var holder: String {
        switch self {
        case .quotientFamilial: "la CAF ou la MSA"
        case .complementaryCover: "l’Assurance maladie"
        case .student: "le ministère de l’Enseignement supérieur"
        case .grant: "le Crous"
        case .taxIncome: "l’administration fiscale"
        case .jobSeeker: "France Travail"
        case .health: "l’Assurance maladie"
        }
    }

    /// Everything that is asked for, which may be more than is stated.
    var asked: String {
        switch self {
        case .quotientFamilial:
            "votre quotient familial et les noms des allocataires, pour vérifier que c’est bien "
                + "vous"
        case .complementaryCover:
            "si vous avez la Complémentaire santé solidaire, avec ou sans participation, et depuis "
                + "quand"
        case .student: "vos admissions et inscriptions de cette année, avec leurs dates"
        case .grant: "si vous êtes boursier, pour quels mois, et votre échelon si vous le demandez"
        case .taxIncome:
            "le revenu fiscal de référence de votre foyer, le nombre de parts si vous le demandez, "
                + "et les noms et dates de naissance des déclarants, pour vérifier que c’est bien "
                + "vous"
        case .jobSeeker: "votre état civil et votre inscription, avec vos coordonnées"
        case .health:
            "votre identité, votre numéro de sécurité sociale, que nous ne gardons pas, et vos "
                + "périodes de droits"
        }
    }

    /// What it means that the body has nothing.
    var absence: String {
        switch self {
        case .quotientFamilial:
            "La CAF et la MSA vous connaissent peut-être, mais n’ont pas de quotient familial pour "
                + "vous. Si vous recevez des prestations, adressez-vous à votre caisse."
        case .complementaryCover:
            "Aucun dossier de Complémentaire santé solidaire n’a été trouvé. Si vous l’avez "
                + "demandée, adressez-vous à votre caisse d’assurance maladie."
        case .student:
            "Aucune inscription n’a été trouvée pour cette année. Si vous êtes inscrit, "
                + "adressez-vous à votre établissement."
        case .grant:
            "Aucun dossier de bourse n’a été trouvé. Si vous êtes boursier, adressez-vous à votre "
                + "Crous."
        case .taxIncome:
            "Aucun avis d’impôt des deux dernières années n’a été trouvé. Si vous avez fait une "
                + "déclaration, adressez-vous à votre centre des finances publiques."
        case .jobSeeker:
            "Aucune inscription n’a été trouvée. Si vous êtes inscrit, adressez-vous à votre "
                + "agence France Travail."
        case .health:
            "Aucun droit n’a été trouvé au régime général. Si vous dépendez d’un autre régime, "
                + "adressez-vous à lui."
        }
    }
}

extension OfferedFact {
    /// What will be stated, and no more.
    var words: String {
        switch self {
        case .quotientAtMost: "Seulement qu’il ne dépasse pas un plafond du barème publié"
        case .quotientBracket: "Seulement la tranche du barème publié où il se trouve"
        case .quotient: "Sa valeur, en euros"
        case .coverOn: "Que vous l’avez aujourd’hui"
        case .coverSince: "Depuis quand vous l’avez"
        case .studentOn: "Que vous êtes inscrit aujourd’hui"
        case .studentUntil: "Les dates de votre inscription"
        case .grantOn: "Que vous êtes boursier aujourd’hui"
        case .grantLevel: "Que vous êtes boursier aujourd’hui, et votre échelon"
        case .incomePerPartAtMost:
            "Seulement que le revenu par part ne dépasse pas un plafond du barème publié"
        case .incomeAtMost: "Seulement qu’il ne dépasse pas un plafond du barème publié"
        case .incomeAndParts: "Sa valeur, en euros, et le nombre de parts"
        case .income: "Sa valeur, en euros"
        case .registeredOn: "Que vous êtes inscrit aujourd’hui"
        case .registeredSince: "Les dates de votre inscription"
        case .rightsOpenOn: "Que vos droits sont ouverts aujourd’hui"
        case .rightsUntil: "Les dates de vos droits"
        }
    }
}

extension DatumState {
    /// The state as a short name.
    var title: String {
        switch self {
        case .obtained: "obtenu"
        case .absent: "inexistant"
        case .notIdentified: "non identifié"
        case .notTransmitted: "non transmis"
        case .loginOver: "connexion expirée"
        case .retry: "à redemander"
        }
    }

    /// What it means for a datum.
    func words(_ datum: Datum) -> String {
        switch self {
        case .obtained: "La réponse est arrivée."
        case .absent: datum.absence
        case .notIdentified:
            "Votre identité n’y a pas été retrouvée. Cela ne dit rien de vos droits."
        case .notTransmitted:
            "Cette donnée n’a pas été transmise à notre service. Cela ne veut pas dire qu’elle "
                + "n’existe pas."
        case .loginOver:
            "Votre connexion à FranceConnect a duré trop longtemps. Identifiez-vous de nouveau."
        case .retry(let seconds):
            "Pas de réponse pour le moment. Réessayez dans \(seconds) secondes."
        }
    }
}
