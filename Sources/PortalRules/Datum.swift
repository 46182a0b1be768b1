package import Issuing

/// Something that one answer of a data body tells, and one justificatif states
/// (Spec/portal.md 5).
package enum Datum: String, CaseIterable, Sendable {
    case quotientFamilial = "quotient-familial"
    case complementaryCover = "complementaire-sante-solidaire"
    case student = "statut-etudiant"
    case grant = "bourse"

    /// The body that is asked for it.
    package var source: DataSource {
        switch self {
        case .quotientFamilial, .complementaryCover, .student, .grant: .particulier
        }
    }

    /// The justificatif that states it.
    package var kind: JustificatifKind {
        switch self {
        case .quotientFamilial: .quotientFamilial
        case .complementaryCover: .complementaryCover
        case .student, .grant: .student
        }
    }

    /// The scopes without which its answer states nothing, or does not say whom it is about.
    var scopes: [String] {
        switch self {
        case .quotientFamilial: ["cnaf_quotient_familial", "cnaf_allocataires"]
        case .complementaryCover: ["complementaire_sante_solidaire"]
        case .student: ["mesri_admissions", "mesri_admission_inscrit"]
        case .grant: ["cnous_statut_boursier", "cnous_periode_versement"]
        }
    }
}

/// A body that answers for persons.
package enum DataSource: Sendable {
    /// API Particulier, with the person's own access token.
    case particulier
}
