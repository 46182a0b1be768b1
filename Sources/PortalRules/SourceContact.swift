package import Issuing
internal import JSONFields
internal import WebRules

/// Whom a person turns to about a datum: if it is wrong, and if it is missing.
package struct SourceContact: Equatable, Sendable {
    package let name: String
    /// One line: a telephone number, an address.
    package let contact: String
    package let site: String
    /// How the same thing is proved without this service.
    package let otherWay: String

    /// What is shown of a kind that the settings do not name.
    package static func usual(_ kind: JustificatifKind) -> SourceContact {
        switch kind {
        case .quotientFamilial:
            SourceContact(
                "votre caisse (CAF ou MSA)", "3230 pour la CAF", "https://www.caf.fr/",
                "l’attestation de quotient familial, dans votre espace de la CAF ou de la MSA")
        case .taxIncome:
            SourceContact(
                "votre service des impôts", "0 809 401 401", "https://www.impots.gouv.fr/",
                "l’avis d’impôt, dans votre espace particulier du site des impôts")
        case .jobSeeker:
            SourceContact(
                "France Travail", "3949", "https://www.francetravail.fr/",
                "l’avis de situation, dans votre espace de France Travail")
        case .health:
            SourceContact(
                "l’Assurance maladie", "3646", "https://www.ameli.fr/",
                "l’attestation de droits, dans votre compte ameli")
        case .complementaryCover:
            SourceContact(
                "l’Assurance maladie", "3646", "https://www.ameli.fr/",
                "l’attestation de Complémentaire santé solidaire, dans votre compte ameli")
        case .student:
            SourceContact(
                "votre établissement, ou le Crous pour une bourse",
                "la scolarité de votre établissement",
                "https://www.messervices.etudiant.gouv.fr/",
                "le certificat de scolarité de votre établissement, ou la notification de bourse")
        }
    }

    private init(_ name: String, _ contact: String, _ site: String, _ otherWay: String) {
        self.name = name
        self.contact = contact
        self.site = site
        self.otherWay = otherWay
    }

    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        name = try fields.text("name")
        contact = try fields.text("contact")
        site = try fields.read("site") { WebAddress($0) }.text
        otherWay = try fields.text("other_way")
        try fields.finish()
    }
}

extension JSONFields {
    /// `contacts`: an object by kind, for kinds whose usual contact is not that of the body.
    mutating func contacts() throws(JSONFault) -> [JustificatifKind: SourceContact] {
        guard var named = try optionalFields("contacts") else { return [:] }
        var contacts: [JustificatifKind: SourceContact] = [:]
        for kind in JustificatifKind.allCases {
            guard let fields = try named.optionalFields(kind.rawValue) else { continue }
            contacts[kind] = try SourceContact(fields)
        }
        try named.finish()
        return contacts
    }
}

extension PortalSettings {
    /// Whom a person turns to about a kind.
    package func contact(_ kind: JustificatifKind) -> SourceContact {
        contacts[kind] ?? SourceContact.usual(kind)
    }
}
