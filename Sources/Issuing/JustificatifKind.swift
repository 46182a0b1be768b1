// Written by scripts/claims from Spec/kinds.csv and Spec/blocks.csv; change that and run it.
// swift-format-ignore-file

package import Explaining
package import Proofs

/// A justificatif that a person can ask for, by its command-line name.
package enum JustificatifKind: String, CaseIterable, Sendable {
    case quotientFamilial = "quotient-familial"
    case taxIncome = "revenu-fiscal-de-reference"
    case jobSeeker = "demandeur-emploi"
    case health = "assurance-maladie"
    case student = "statut-etudiant"
    case complementaryCover = "complementaire-sante-solidaire"

    /// The block of the labels it may state.
    package var block: ClaimBlock {
        switch self {
        case .quotientFamilial: .quotientFamilial
        case .taxIncome: .tax
        case .jobSeeker: .jobSeeker
        case .health: .health
        case .student: .student
        case .complementaryCover: .health
        }
    }

    /// What it is about, as a title.
    package var title: Wording {
        switch self {
        case .quotientFamilial:
            Wording(
                "Quotient familial",
                "Quotient familial"
            )
        case .taxIncome:
            Wording(
                "Revenu fiscal de référence",
                "Reference tax income"
            )
        case .jobSeeker:
            Wording(
                "Inscription à France Travail",
                "Registration with France Travail"
            )
        case .health:
            Wording(
                "Droits à l’assurance maladie",
                "Health insurance cover"
            )
        case .student:
            Wording(
                "Statut d’étudiant ou bourse",
                "Student status or grant"
            )
        case .complementaryCover:
            Wording(
                "Complémentaire santé solidaire",
                "Complémentaire santé solidaire"
            )
        }
    }
}
