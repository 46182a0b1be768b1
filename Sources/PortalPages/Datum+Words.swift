internal import PortalRules

/// What a person is told of each datum, in one table.
extension Datum {
    /// Its name, as a title.
    var title: String {
        switch self {
        case .quotientFamilial: "Quotient familial"
        case .complementaryCover: "Complémentaire santé solidaire"
        case .student: "Statut d’étudiant"
        case .grant: "Bourse d’enseignement supérieur"
        }
    }

    /// Who answers, as the subject of a sentence.
    var holder: String {
        switch self {
        case .quotientFamilial: "la CAF ou la MSA"
        case .complementaryCover: "l’Assurance maladie"
        case .student: "le ministère de l’Enseignement supérieur"
        case .grant: "le Crous"
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
        case .grant: "si vous êtes boursier, pour quels mois"
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
