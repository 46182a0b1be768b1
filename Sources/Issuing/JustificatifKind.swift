package import Proofs

/// One of the four facts a person can have put on a justificatif, by its command-line name.
package enum JustificatifKind: String, CaseIterable, Sendable {
    case quotientFamilial = "quotient-familial"
    case taxIncome = "revenu-fiscal-de-reference"
    case jobSeeker = "demandeur-emploi"
    case health = "assurance-maladie"

    /// The labels it may state.
    package var block: ClaimBlock {
        switch self {
        case .quotientFamilial: .quotientFamilial
        case .taxIncome: .tax
        case .jobSeeker: .jobSeeker
        case .health: .health
        }
    }
}
