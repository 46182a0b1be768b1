internal import Proofs

/// What the document is called, and who can correct what it says.
enum PageTitle {
    static func of(_ claims: Claims) -> String {
        let blocks = claims.blocks
        guard blocks.count == 1, let block = blocks.first else {
            return "Justificatif de plusieurs informations"
        }
        return switch block {
        case .tax: tax(claims)
        case .quotientFamilial: "Justificatif de quotient familial"
        case .jobSeeker: "Justificatif de situation à France Travail"
        case .health: health(claims)
        case .student: student(claims)
        }
    }

    private static func tax(_ claims: Claims) -> String {
        let income: [ClaimLabel] = [.rfr, .rfrAtMost, .rfrPerPartAtMost]
        return income.contains { claims[$0] != nil }
            ? "Justificatif de revenu fiscal de référence" : "Justificatif de situation fiscale"
    }

    private static func health(_ claims: Claims) -> String {
        let base: [ClaimLabel] = [.baseRightsFrom, .baseRightsOpenOn, .fundCode]
        return base.contains { claims[$0] != nil }
            ? "Justificatif de droits à l’Assurance maladie"
            : "Justificatif de Complémentaire santé solidaire"
    }

    private static func student(_ claims: Claims) -> String {
        let enrolment: [ClaimLabel] = [.studentFrom, .studentUntil, .studentOn]
        return enrolment.contains { claims[$0] != nil }
            ? "Justificatif de statut étudiant" : "Justificatif de bourse d’enseignement supérieur"
    }

    /// The bodies that hold the data, which the block of a claim says by itself.
    static func sources(_ claims: Claims) -> [String] {
        claims.blocks.map { block in
            switch block {
            case .tax: "l’administration fiscale"
            case .quotientFamilial: "la \(claims.words(.qfSource) ?? "CAF ou la MSA")"
            case .jobSeeker: "France Travail"
            case .health: "votre caisse d’assurance maladie"
            case .student: "votre établissement ou votre Crous"
            }
        }
    }
}
