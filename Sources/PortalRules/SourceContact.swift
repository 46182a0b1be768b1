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

    /// French, English.
    typealias Pair = (french: String, english: String)

    /// What is shown of a datum that the settings do not name: that of its kind (Spec/kinds.csv),
    /// but for a grant, which another body decides.
    package static func usual(_ datum: Datum) -> SourceContact {
        switch datum {
        case .grant: grant
        case .quotientFamilial, .complementaryCover, .student, .taxIncome, .jobSeeker, .health:
            ofKind(datum.kind)
        }
    }

    private static let grant = SourceContact(
        name: ("votre Crous", "your Crous"),
        contact: ("son service des bourses", "its grants office"),
        site: "https://www.messervices.etudiant.gouv.fr/",
        otherWay: (
            "la notification de bourse, dans votre espace de messervices.etudiant.gouv.fr",
            "the notice of your grant, from your account on messervices.etudiant.gouv.fr"
        ))

    init(name: Pair, contact: Pair, site: String, otherWay: Pair) {
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
