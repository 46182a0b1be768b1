// Written by scripts/claims from Spec/kinds.csv; change that and run it.
// swift-format-ignore-file

internal import Issuing

extension SourceContact {
    /// What is shown of a kind that the settings do not name (Spec/portal.md 2).
    static func ofKind(_ kind: JustificatifKind) -> SourceContact {
        switch kind {
        case .quotientFamilial: quotientFamilial
        case .taxIncome: taxIncome
        case .jobSeeker: jobSeeker
        case .health: health
        case .student: student
        case .complementaryCover: complementaryCover
        }
    }

    private static let quotientFamilial = SourceContact(
        name: (
            "votre caisse (CAF ou MSA)",
            "your CAF or MSA office"
        ),
        contact: (
            "3230 pour la CAF",
            "3230 for the CAF"
        ),
        site: "https://www.caf.fr/",
        otherWay: (
            "l’attestation de quotient familial, dans votre espace de la CAF ou de la MSA",
            "your quotient familial statement, from your CAF or MSA account"
        ))

    private static let taxIncome = SourceContact(
        name: (
            "votre service des impôts",
            "your tax office"
        ),
        contact: (
            "0 809 401 401",
            "0 809 401 401"
        ),
        site: "https://www.impots.gouv.fr/",
        otherWay: (
            "l’avis d’impôt, dans votre espace particulier du site des impôts",
            "your tax notice, from your account on the tax office’s website"
        ))

    private static let jobSeeker = SourceContact(
        name: (
            "France Travail",
            "France Travail"
        ),
        contact: (
            "3949",
            "3949"
        ),
        site: "https://www.francetravail.fr/",
        otherWay: (
            "l’avis de situation, dans votre espace de France Travail",
            "your statement of situation, from your France Travail account"
        ))

    private static let health = SourceContact(
        name: (
            "l’Assurance maladie",
            "the Assurance maladie"
        ),
        contact: (
            "3646",
            "3646"
        ),
        site: "https://www.ameli.fr/",
        otherWay: (
            "l’attestation de droits, dans votre compte ameli",
            "your certificate of cover, from your ameli account"
        ))

    private static let student = SourceContact(
        name: (
            "votre établissement",
            "your school or university"
        ),
        contact: (
            "son service de scolarité",
            "its registrar"
        ),
        site: "https://www.messervices.etudiant.gouv.fr/",
        otherWay: (
            "le certificat de scolarité de votre établissement",
            "the certificate of enrolment of your school or university"
        ))

    private static let complementaryCover = SourceContact(
        name: (
            "l’Assurance maladie",
            "the Assurance maladie"
        ),
        contact: (
            "3646",
            "3646"
        ),
        site: "https://www.ameli.fr/",
        otherWay: (
            "l’attestation de Complémentaire santé solidaire, dans votre compte ameli",
            "your Complémentaire santé solidaire certificate, from your ameli account"
        ))
}
