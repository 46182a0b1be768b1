package import Explaining
internal import Issuing
package import PortalRules
package import Proofs

/// What a person is told of each datum, in one table.
extension Datum {
    /// Its name, as a title.
    var title: Wording {
        switch self {
        case .grant: Wording("Bourse d’enseignement supérieur", "Student grant")
        case .student: Wording("Statut d’étudiant", "Student status")
        case .quotientFamilial, .complementaryCover, .taxIncome, .jobSeeker, .health: kind.title
        }
    }

    /// Who answers, in the middle of a sentence.
    package var holder: Wording {
        switch self {
        case .quotientFamilial: Wording("la CAF ou la MSA", "the CAF or the MSA")
        case .complementaryCover, .health: Wording("l’Assurance maladie", "the Assurance maladie")
        case .student:
            Wording(
                "le ministère de l’Enseignement supérieur", "the Ministry of Higher Education")
        case .grant: Wording("le Crous", "the Crous")
        case .taxIncome: Wording("l’administration fiscale", "the tax office")
        case .jobSeeker: Wording("France Travail", "France Travail")
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
                    + "receive benefits, contact your CAF or MSA office.")
        case .complementaryCover:
            Wording(
                "Aucun dossier de Complémentaire santé solidaire n’a été trouvé. Si vous l’avez "
                    + "demandée, adressez-vous à votre caisse d’assurance maladie.",
                "No Complémentaire santé solidaire file was found. If you have applied for it, "
                    + "contact your health insurance office.")
        case .student:
            Wording(
                "Aucune inscription n’a été trouvée pour cette année. Si vous êtes inscrit, "
                    + "adressez-vous à votre établissement.",
                "No enrolment was found for this year. If you are enrolled, contact your school or "
                    + "university.")
        case .grant:
            Wording(
                "Aucun dossier de bourse n’a été trouvé. Si vous êtes boursier, adressez-vous à "
                    + "votre Crous.",
                "No grant file was found. If you hold a grant, contact your Crous.")
        case .taxIncome:
            Wording(
                "Aucun avis d’impôt des deux dernières années n’a été trouvé. Si vous avez fait "
                    + "une déclaration, adressez-vous à votre centre des finances publiques.",
                "No tax notice was found for the last two years. If you filed a return, contact "
                    + "your tax office.")
        case .jobSeeker:
            Wording(
                "Aucune inscription n’a été trouvée. Si vous êtes inscrit, adressez-vous à votre "
                    + "agence France Travail.",
                "No registration was found. If you are registered, contact your France Travail "
                    + "office.")
        case .health:
            Wording(
                "Aucun droit n’a été trouvé au régime général. Si vous dépendez d’un autre "
                    + "régime, adressez-vous à lui.",
                "No cover was found under the general scheme. If you belong to another scheme, "
                    + "contact it.")
        }
    }
}

extension DatumState {
    static let obtainedTitle = Wording("obtenu", "obtained")

    /// The state as a short name.
    var title: Wording {
        switch self {
        case .obtained: DatumState.obtainedTitle
        case .absent: Wording("inexistant", "nothing on file")
        case .notIdentified: Wording("non identifié", "not identified")
        case .notTransmitted: Wording("non transmis", "not shared")
        case .identifierMissing: Wording("identifiant à donner", "identifier needed")
        case .loginOver: Wording("connexion expirée", "login expired")
        case .retry: Wording("à redemander", "no answer yet")
        }
    }

    /// The same of a code in the journal; nil if it is that of no state.
    static func title(ofCode code: String) -> Wording? {
        let problems = [
            absent, notIdentified, notTransmitted, identifierMissing, loginOver, unanswered,
        ]
        return code == "obtained" ? obtainedTitle : problems.first { $0.code == code }?.title
    }

    /// What it means for a datum that was asked for at one instant, and is shown at another.
    package func words(_ datum: Datum, askedAt: Instant, now: Instant) -> Wording {
        switch self {
        case .obtained: Wording("La réponse est arrivée.", "The answer has arrived.")
        case .absent: datum.absence
        case .notIdentified:
            Wording(
                "Votre identité n’y a pas été retrouvée. Cela ne dit rien de vos droits.",
                "They did not find you by your identity. This says nothing about your rights.")
        case .notTransmitted:
            Wording(
                "Cette donnée n’a pas été transmise à notre service. Cela ne veut pas dire "
                    + "qu’elle n’existe pas.",
                "This was not shared with our service. It does not mean that it does not exist.")
        case .identifierMissing:
            Wording(
                "\(datum.holder.french) ne vous a pas trouvé par FranceConnect. L’identifiant que "
                    + "vous y avez choisi suffira peut-être : faites-le garder dans Mon espace, "
                    + "puis redemandez.",
                "\(datum.holder.english) did not find you through FranceConnect. The identifier "
                    + "that you chose there may be enough: have it kept in My space, then ask "
                    + "again.")
        case .loginOver:
            Wording(
                "Votre connexion à FranceConnect a duré trop longtemps. Identifiez-vous de "
                    + "nouveau.",
                "Your FranceConnect login has expired. Log in again.")
        case .retry(let seconds):
            Wording("Pas de réponse pour le moment. ", "No answer for the moment. ")
                + DatumState.again(Instant(seconds: askedAt.seconds + Int64(seconds)), now: now)
        }
    }

    /// When it is worth asking again: nobody has to count, and a reload says it anew.
    private static func again(_ instant: Instant, now: Instant) -> Wording {
        let left = instant.seconds - now.seconds
        guard left > 0 else {
            return Wording("Vous pouvez redemander maintenant.", "You can ask again now.")
        }
        let time = ParisTime(instant)
        let wait = left < 60 ? Counted.seconds(left) : Counted.minutes((left + 59) / 60)
        return Wording(
            "Redemandez à partir de \(time.clock.french) : dans \(wait.french).",
            "Ask again from \(time.clock.english) on: in \(wait.english).")
    }
}

extension ParisTime {
    /// « 12 h 05 min 40 s », "12:05:40".
    var clock: Wording {
        let digits = [minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let parts = ["\(hour)", "h", digits[0], "min", digits[1], "s"]
        return Wording(
            parts.joined(separator: PageSpacing.noBreak),
            (["\(hour)"] + digits).joined(separator: ":"))
    }
}

extension Wording {
    fileprivate static func + (first: Wording, second: Wording) -> Wording {
        Wording(first.french + second.french, first.english + second.english)
    }
}
