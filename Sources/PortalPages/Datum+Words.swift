package import Explaining
internal import Issuing
package import PortalRules

/// What a person is told of each datum, in one table.
extension Datum {
    /// Its name, as a title.
    var title: Wording {
        switch self {
        case .grant: Wording("Bourse d’enseignement supérieur", "Student grant")
        case .quotientFamilial, .complementaryCover, .student, .taxIncome, .jobSeeker, .health:
            kind.title
        }
    }

    /// Who answers, in the middle of a sentence.
    package var holder: Wording {
        switch self {
        case .quotientFamilial: Wording("la CAF ou la MSA", "the CAF or the MSA")
        case .complementaryCover, .health: Wording("l’Assurance maladie", "the Assurance maladie")
        case .student:
            Wording(
                "le ministère de l’Enseignement supérieur", "the ministry of higher education")
        case .grant: Wording("le Crous", "the Crous")
        case .taxIncome: Wording("l’administration fiscale", "the tax office")
        case .jobSeeker: Wording("France Travail", "France Travail")
        }
    }

    /// Everything that is asked for, which may be more than is stated.
    var asked: Wording {
        switch self {
        case .quotientFamilial:
            Wording(
                "votre quotient familial et les noms des allocataires, pour vérifier que c’est "
                    + "bien vous",
                "your quotient familial and the names of the allocataires, to make sure that it "
                    + "is you")
        case .complementaryCover:
            Wording(
                "si vous avez la Complémentaire santé solidaire, avec ou sans participation, et "
                    + "depuis quand",
                "whether you have the Complémentaire santé solidaire, with or without a "
                    + "contribution, and since when")
        case .student:
            Wording(
                "vos admissions et inscriptions de cette année, avec leurs dates",
                "your admissions and enrolments of this year, with their dates")
        case .grant:
            Wording(
                "si vous êtes boursier, pour quels mois, et votre échelon si vous le demandez",
                "whether you have a grant, for which months, and its level if you ask for it")
        case .taxIncome:
            Wording(
                "le revenu fiscal de référence de votre foyer, le nombre de parts si vous le "
                    + "demandez, et les noms et dates de naissance des déclarants, pour vérifier "
                    + "que c’est bien vous",
                "the reference tax income of your household, the number of parts if you ask for "
                    + "it, and the names and dates of birth of those who declare, to make sure "
                    + "that it is you")
        case .jobSeeker:
            Wording(
                "votre état civil et votre inscription, avec vos coordonnées",
                "your civil status and your registration, with your address")
        case .health:
            Wording(
                "votre identité, votre numéro de sécurité sociale, que nous ne gardons pas, et "
                    + "vos périodes de droits",
                "your identity, your social security number, which we do not keep, and the "
                    + "periods of your rights")
        }
    }

    /// What it means that the body has nothing.
    var absence: Wording {
        switch self {
        case .quotientFamilial:
            Wording(
                "La CAF et la MSA vous connaissent peut-être, mais n’ont pas de quotient familial "
                    + "pour vous. Si vous recevez des prestations, adressez-vous à votre caisse.",
                "The CAF and the MSA may know you, but have no quotient familial for you. If you "
                    + "receive benefits, turn to your fund.")
        case .complementaryCover:
            Wording(
                "Aucun dossier de Complémentaire santé solidaire n’a été trouvé. Si vous l’avez "
                    + "demandée, adressez-vous à votre caisse d’assurance maladie.",
                "No file of Complémentaire santé solidaire was found. If you applied for it, turn "
                    + "to your health insurance fund.")
        case .student:
            Wording(
                "Aucune inscription n’a été trouvée pour cette année. Si vous êtes inscrit, "
                    + "adressez-vous à votre établissement.",
                "No enrolment was found for this year. If you are enrolled, turn to your school.")
        case .grant:
            Wording(
                "Aucun dossier de bourse n’a été trouvé. Si vous êtes boursier, adressez-vous à "
                    + "votre Crous.",
                "No file of a grant was found. If you have a grant, turn to your Crous.")
        case .taxIncome:
            Wording(
                "Aucun avis d’impôt des deux dernières années n’a été trouvé. Si vous avez fait "
                    + "une déclaration, adressez-vous à votre centre des finances publiques.",
                "No tax assessment of the last two years was found. If you declared your income, "
                    + "turn to your tax office.")
        case .jobSeeker:
            Wording(
                "Aucune inscription n’a été trouvée. Si vous êtes inscrit, adressez-vous à votre "
                    + "agence France Travail.",
                "No registration was found. If you are registered, turn to your France Travail "
                    + "agency.")
        case .health:
            Wording(
                "Aucun droit n’a été trouvé au régime général. Si vous dépendez d’un autre "
                    + "régime, adressez-vous à lui.",
                "No right was found in the general scheme. If you belong to another scheme, turn "
                    + "to it.")
        }
    }
}

extension OfferedFact {
    /// What will be stated, and no more.
    var words: Wording {
        switch self {
        case .quotientAtMost, .incomeAtMost:
            Wording(
                "Seulement qu’il ne dépasse pas un plafond du barème publié",
                "Only that it is not above a bound of the published scale")
        case .quotientBracket:
            Wording(
                "Seulement la tranche du barème publié où il se trouve",
                "Only the bracket of the published scale that it is in")
        case .quotient, .income: Wording("Sa valeur, en euros", "Its value, in euros")
        case .coverOn: Wording("Que vous l’avez aujourd’hui", "That you have it today")
        case .coverSince: Wording("Depuis quand vous l’avez", "Since when you have it")
        case .studentOn: Wording("Que vous êtes inscrit aujourd’hui", "That you are enrolled today")
        case .studentUntil:
            Wording("Les dates de votre inscription", "The dates of your enrolment")
        case .grantOn: Wording("Que vous êtes boursier aujourd’hui", "That you have a grant today")
        case .grantLevel:
            Wording(
                "Que vous êtes boursier aujourd’hui, et votre échelon",
                "That you have a grant today, and its level")
        case .incomePerPartAtMost:
            Wording(
                "Seulement que le revenu par part ne dépasse pas un plafond du barème publié",
                "Only that the income per part is not above a bound of the published scale")
        case .incomeAndParts:
            Wording(
                "Sa valeur, en euros, et le nombre de parts",
                "Its value, in euros, and the number of parts")
        case .registeredOn:
            Wording("Que vous êtes inscrit aujourd’hui", "That you are registered today")
        case .registeredSince:
            Wording("Les dates de votre inscription", "The dates of your registration")
        case .rightsOpenOn:
            Wording("Que vos droits sont ouverts aujourd’hui", "That your rights are open today")
        case .rightsUntil: Wording("Les dates de vos droits", "The dates of your rights")
        }
    }
}

extension DatumState {
    static let obtainedTitle = Wording("obtenu", "obtained")

    /// The state as a short name.
    var title: Wording {
        switch self {
        case .obtained: DatumState.obtainedTitle
        case .absent: Wording("inexistant", "does not exist")
        case .notIdentified: Wording("non identifié", "not identified")
        case .notTransmitted: Wording("non transmis", "not passed on")
        case .identifierMissing: Wording("identifiant à donner", "identifier to be given")
        case .loginOver: Wording("connexion expirée", "login expired")
        case .retry: Wording("à redemander", "ask again later")
        }
    }

    /// The same of a code in the journal; nil if it is that of no state.
    static func title(ofCode code: String) -> Wording? {
        let problems = [
            absent, notIdentified, notTransmitted, identifierMissing, loginOver, unanswered,
        ]
        return code == "obtained" ? obtainedTitle : problems.first { $0.code == code }?.title
    }

    /// What it means for a datum.
    func words(_ datum: Datum) -> Wording {
        switch self {
        case .obtained: Wording("La réponse est arrivée.", "The answer has come.")
        case .absent: datum.absence
        case .notIdentified:
            Wording(
                "Votre identité n’y a pas été retrouvée. Cela ne dit rien de vos droits.",
                "Your identity was not found there. This says nothing about your rights.")
        case .notTransmitted:
            Wording(
                "Cette donnée n’a pas été transmise à notre service. Cela ne veut pas dire "
                    + "qu’elle n’existe pas.",
                "This was not passed on to our service. It does not mean that it does not exist.")
        case .identifierMissing:
            Wording(
                "\(datum.holder.french) ne vous a pas trouvé par FranceConnect. L’identifiant que "
                    + "vous y avez choisi suffira peut-être : faites-le garder dans Mon espace, "
                    + "puis redemandez.",
                "\(datum.holder.english) did not find you by FranceConnect. The identifier that "
                    + "you chose there may do: have it kept in My space, then ask again.")
        case .loginOver:
            Wording(
                "Votre connexion à FranceConnect a duré trop longtemps. Identifiez-vous de "
                    + "nouveau.",
                "Your login at FranceConnect is too old. Log in again.")
        case .retry(let seconds):
            Wording(
                "Pas de réponse pour le moment. Réessayez dans \(seconds) secondes.",
                "No answer at present. Try again in \(seconds) seconds.")
        }
    }
}
