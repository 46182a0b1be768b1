internal import JSONFields
internal import WebRules

/// Whom a person turns to about a datum: if it is wrong, and if it is missing.
package struct SourceContact: Equatable, Sendable {
    package let name: CatalogueText
    /// One line: a telephone number, an address.
    package let contact: CatalogueText
    package let site: String
    /// How the same thing is proved without this service.
    package let otherWay: CatalogueText

    private static let textLimit = 500

    /// What is shown of a datum that the settings do not name.
    package static func usual(_ datum: Datum) -> SourceContact {
        switch datum {
        case .quotientFamilial:
            SourceContact(
                name: ("votre caisse (CAF ou MSA)", "your CAF or MSA office"),
                contact: ("3230 pour la CAF", "3230 for the CAF"), site: "https://www.caf.fr/",
                otherWay: (
                    "l’attestation de quotient familial, dans votre espace de la CAF ou de la MSA",
                    "your quotient familial statement, from your CAF or MSA account"
                ))
        case .taxIncome:
            SourceContact(
                name: ("votre service des impôts", "your tax office"),
                contact: ("0 809 401 401", "0 809 401 401"), site: "https://www.impots.gouv.fr/",
                otherWay: (
                    "l’avis d’impôt, dans votre espace particulier du site des impôts",
                    "your tax notice, from your account on the tax office’s website"
                ))
        case .jobSeeker:
            SourceContact(
                name: ("France Travail", "France Travail"), contact: ("3949", "3949"),
                site: "https://www.francetravail.fr/",
                otherWay: (
                    "l’avis de situation, dans votre espace de France Travail",
                    "your statement of situation, from your France Travail account"
                ))
        case .health:
            insurance(
                otherWay: (
                    "l’attestation de droits, dans votre compte ameli",
                    "your certificate of cover, from your ameli account"
                ))
        case .complementaryCover:
            insurance(
                otherWay: (
                    "l’attestation de Complémentaire santé solidaire, dans votre compte ameli",
                    "your Complémentaire santé solidaire certificate, from your ameli account"
                ))
        case .student:
            SourceContact(
                name: ("votre établissement", "your school or university"),
                contact: ("son service de scolarité", "its registrar"),
                site: "https://www.messervices.etudiant.gouv.fr/",
                otherWay: (
                    "le certificat de scolarité de votre établissement",
                    "the certificate of enrolment of your school or university"
                ))
        case .grant:
            SourceContact(
                name: ("votre Crous", "your Crous"),
                contact: ("son service des bourses", "its grants office"),
                site: "https://www.messervices.etudiant.gouv.fr/",
                otherWay: (
                    "la notification de bourse, dans votre espace de messervices.etudiant.gouv.fr",
                    "the notice of your grant, from your account on messervices.etudiant.gouv.fr"
                ))
        }
    }

    private typealias Pair = (french: String, english: String)

    private static func insurance(otherWay: Pair) -> SourceContact {
        SourceContact(
            name: ("l’Assurance maladie", "the Assurance maladie"), contact: ("3646", "3646"),
            site: "https://www.ameli.fr/", otherWay: otherWay)
    }

    private init(name: Pair, contact: Pair, site: String, otherWay: Pair) {
        self.name = CatalogueText(name.french, english: name.english)
        self.contact = CatalogueText(contact.french, english: contact.english)
        self.site = site
        self.otherWay = CatalogueText(otherWay.french, english: otherWay.english)
    }

    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        name = try fields.words("name", limit: SourceContact.textLimit)
        contact = try fields.words("contact", limit: SourceContact.textLimit)
        site = try fields.read("site") { WebAddress($0) }.text
        otherWay = try fields.words("other_way", limit: SourceContact.textLimit)
        try fields.finish()
    }
}

extension JSONFields {
    /// `contacts`: an object by datum, for data whose usual contact is not that of the body.
    mutating func contacts() throws(JSONFault) -> [Datum: SourceContact] {
        guard var named = try optionalFields("contacts") else { return [:] }
        var contacts: [Datum: SourceContact] = [:]
        for datum in Datum.allCases {
            guard let fields = try named.optionalFields(datum.rawValue) else { continue }
            contacts[datum] = try SourceContact(fields)
        }
        try named.finish()
        return contacts
    }
}

extension PortalSettings {
    /// Whom a person turns to about a datum.
    package func contact(_ datum: Datum) -> SourceContact {
        contacts[datum] ?? SourceContact.usual(datum)
    }
}
