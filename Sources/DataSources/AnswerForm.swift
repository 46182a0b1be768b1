internal import Issuing
internal import JSONFields

/// Whether an answer is in a form that this program reads (Spec/issuing.md 2).
///
/// Unknown members are passed over, because APIs grow. So an answer of another version could read
/// as one that says nothing, and the person would be told to be somebody else.
enum AnswerForm {
    /// Whether it has a member that every form of its kind has one of, and no member of a known
    /// name in another spelling.
    static func isKnown(_ answer: JSONValue, _ kind: JustificatifKind) -> Bool {
        let spellings = Dictionary(grouping: members(of: kind), by: plain)
        guard !hasOtherSpelling(answer, spellings) else { return false }
        switch answer {
        case .object(let members):
            return members.names.contains { beginnings(of: kind).contains($0) }
        // A list of contracts, or nothing that a reader takes.
        case .null, .bool, .integer, .decimal, .string, .array: return true
        }
    }

    private static func hasOtherSpelling(
        _ value: JSONValue, _ spellings: [String: [String]]
    ) -> Bool {
        switch value {
        case .object(let members):
            members.names.contains { name in
                spellings[plain(name)].map { !$0.contains(name) } ?? false
                    || members[name].map { hasOtherSpelling($0, spellings) } ?? false
            }
        case .array(let items): items.contains { hasOtherSpelling($0, spellings) }
        case .null, .bool, .integer, .decimal, .string: false
        }
    }

    /// `nom_naissance`, `nomNaissance` and `nom-naissance` are one name in three spellings.
    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// Members at the top, of which an answer has at least one.
    private static func beginnings(of kind: JustificatifKind) -> Set<String> {
        switch kind {
        case .quotientFamilial: ["allocataires", "enfants", "adresse", "quotient_familial"]
        case .taxIncome:
            [
                "rfr", "nbPart", "annRevenu", "sitFam", "pac", "dateNaisDec1", "nmNaiDec1",
                "nmUsaDec1", "prnmDec1", "revenuFiscalReference", "declarant1", "nombreParts",
                "anneeRevenus", "situationFamille", "nombrePersonnesCharge",
            ]
        case .jobSeeker: ["etatCivil", "situationInscription", "identite", "inscription"]
        case .health: ["contrats", "caisse", "est_beneficiaire"]
        case .complementaryCover: ["est_beneficiaire"]
        case .student: ["identite", "admissions", "est_boursier"]
        }
    }

    /// Members further in that say who it is about and what it states.
    private static func members(of kind: JustificatifKind) -> Set<String> {
        let inside: Set<String> =
            switch kind {
            case .quotientFamilial:
                [
                    "nom_naissance", "nom_usage", "prenoms", "date_naissance", "fournisseur",
                    "annee_calcul", "mois_calcul",
                ]
            case .taxIncome: ["nomNaissance", "dateNaissance", "prenoms"]
            case .jobSeeker:
                [
                    "nomUsage", "dateNaissance", "dateInscription", "dateCessationInscription",
                    "nom_naissance", "nom_usage", "date_naissance", "date_debut", "date_fin",
                ]
            case .health: ["nature_assurance", "periodes_droits", "date_debut", "date_fin"]
            case .complementaryCover: ["avec_participation", "date_debut_droit"]
            case .student:
                ["prenoms", "date_naissance", "est_inscrit", "date_debut", "date_fin"]
            }
        return inside.union(beginnings(of: kind))
    }
}
