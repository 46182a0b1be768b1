internal import JSONFields
package import WebRules

/// Who asks for a justificatif, on what ground, and where the person's browser may hand it back
/// (Spec/portal.md 10).
package struct Partner: Equatable, Sendable {
    package let siret: Siret
    /// The law or decision by which it may ask.
    package let legalBasis: CatalogueText
    /// Why it asks, in a sentence for the person.
    package let wording: CatalogueText
    /// What the justificatif does not do.
    package let notGoodFor: CatalogueText
    /// Without a query; nil if the partner takes paper and files only.
    package let handBack: WebAddress?
    /// Its own form, to which a person goes back with nothing; nil if it is not known.
    package let form: WebAddress?
    /// The key that it signs what it answers with; nil if it does not (10.4).
    package let statusKey: [UInt8]?

    /// Texts for a person are longer than a name, and are no page.
    private static let textLimit = 500

    /// Throws the first field that is missing, misspelt or wrong.
    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        siret = try fields.siret("siret")
        legalBasis = try fields.words("legal_basis", limit: Partner.textLimit)
        wording = try fields.words("wording", limit: Partner.textLimit)
        notGoodFor = try fields.words("not_good_for", limit: Partner.textLimit)
        handBack = fields.has("return") ? try fields.pageAddress("return") : nil
        form = fields.has("form") ? try fields.pageAddress("form") : nil
        statusKey = try fields.statusKey("status_key")
        try fields.finish()
    }
}

extension JSONFields {
    /// A path goes into a Content-Security-Policy, in which `;` and `,` separate; and nothing of a
    /// person goes into a query.
    fileprivate mutating func pageAddress(_ name: String) throws(JSONFault) -> WebAddress {
        guard let address = WebAddress(try text(name)),
            address.text.dropFirst(address.origin.count)
                .wholeMatch(of: /\/[A-Za-z0-9._~\/-]*/) != nil
        else {
            throw fault(
                name,
                "https://, un chemin de lettres, chiffres et . _ ~ / -, sans paramètres",
                "https://, a path of letters, digits and . _ ~ / -, no parameters")
        }
        return address
    }
}
