package import Issuing

/// Something that one answer of a data body tells, and one justificatif states
/// (Spec/portal.md 5).
package enum Datum: String, CaseIterable, Sendable {
    case quotientFamilial = "quotient-familial"
    case complementaryCover = "complementaire-sante-solidaire"
    case student = "statut-etudiant"
    case grant = "bourse"
    case taxIncome = "revenu-fiscal-de-reference"
    case jobSeeker = "demandeur-emploi"
    case health = "assurance-maladie"

    /// The body that is asked for it.
    package var source: DataSource {
        switch self {
        case .quotientFamilial, .complementaryCover, .student, .grant: .particulier
        case .taxIncome: .tax
        case .jobSeeker: .employment
        case .health: .health
        }
    }

    /// The justificatif that states it.
    package var kind: JustificatifKind {
        switch self {
        case .quotientFamilial: .quotientFamilial
        case .complementaryCover: .complementaryCover
        case .student, .grant: .student
        case .taxIncome: .taxIncome
        case .jobSeeker: .jobSeeker
        case .health: .health
        }
    }

    /// The scopes without which its answer states nothing, or does not say whom it is about.
    var scopes: [String] {
        switch self {
        case .quotientFamilial: ["cnaf_quotient_familial", "cnaf_allocataires"]
        case .complementaryCover: ["complementaire_sante_solidaire"]
        case .student: ["mesri_admissions", "mesri_admission_inscrit"]
        case .grant: ["cnous_statut_boursier", "cnous_periode_versement"]
        // Either declarant may be the person, and before the summer the last year is not yet there.
        case .taxIncome:
            [
                "dgfip_rfr", "dgfip_annee_n_moins_1", "dgfip_annee_n_moins_2_si_indispo_n_moins_1",
                "dgfip_nmNaiDec1", "dgfip_prnmDec1", "dgfip_dateNaisDec1", "dgfip_nmNaiDec2",
                "dgfip_prnmDec2", "dgfip_dateNaisDec2",
            ]
        case .jobSeeker: ["api_fc-statutaugmentev1"]
        case .health: ["droits_assurance_maladie"]
        }
    }
}

/// A body that answers for persons.
package enum DataSource: CaseIterable, Sendable {
    /// API Particulier, with the person's own access token.
    case particulier
    /// API Impôt particulier of DGFIP, with a token of the portal's and the person's.
    case tax
    /// France Travail, with the person's access token.
    case employment
    /// The Assurance maladie, with a key of the portal's and the person's access token.
    case health
}
