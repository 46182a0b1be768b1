package import Issuing
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
