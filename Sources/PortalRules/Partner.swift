internal import JSONFields
package import WebRules

/// Who asks for a justificatif, on what ground, and where the person's browser may hand it back
/// (Spec/portal.md 10).
package struct Partner: Equatable, Sendable {
    package let siret: Siret
    /// The law or decision by which it may ask.
    package let legalBasis: String
    /// Why it asks, in a sentence for the person.
    package let wording: String
    /// What the justificatif does not do.
    package let notGoodFor: String
    /// Without a query; nil if the partner takes paper and files only.
    package let handBack: WebAddress?

    /// Texts for a person are longer than a name, and are no page.
    private static let textLimit = 500

    /// Throws the first field that is missing, misspelt or wrong.
    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        guard let siret = Siret(try fields.text("siret")) else {
            throw fields.fault(
                "siret", "14 chiffres, dont la clé de contrôle est juste (SIRET)",
                "14 digits with a right check digit (SIRET)")
        }
        self.siret = siret
        legalBasis = try fields.words("legal_basis", limit: Partner.textLimit)
        wording = try fields.words("wording", limit: Partner.textLimit)
        notGoodFor = try fields.words("not_good_for", limit: Partner.textLimit)
        handBack = fields.has("return") ? try fields.handBack("return") : nil
        try fields.finish()
    }
}

/// The number of an establishment in the register of the INSEE.
package struct Siret: Equatable, Sendable {
    /// 14 digits.
    package let text: String

    /// Nil unless the Luhn sum of the 14 digits is a multiple of ten.
    package init?(_ text: String) {
        guard text.wholeMatch(of: /[0-9]{14}/) != nil else { return nil }
        let sum = text.utf8.enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element - 0x30) * (digit.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + (value > 9 ? value - 9 : value)
        }
        guard sum.isMultiple(of: 10) else { return nil }
        self.text = text
    }
}

extension JSONFields {
    fileprivate mutating func words(_ name: String, limit: Int) throws(JSONFault) -> String {
        let words = try text(name)
        guard (1...limit).contains(words.count) else {
            throw fault(name, "1 à \(limit) caractères", "1 to \(limit) characters")
        }
        return words
    }

    /// Its path goes into a Content-Security-Policy, in which `;` and `,` separate.
    fileprivate mutating func handBack(_ name: String) throws(JSONFault) -> WebAddress {
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
