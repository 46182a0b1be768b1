internal import JSONFields
internal import WebRules

/// The pages that a public service owes everybody, on the site of the body (Spec/portal.md 7).
package struct LegalPages: Equatable, Sendable {
    /// How far the portal keeps the rules of accessibility, as the declaration says it.
    package enum Conformity: String, CaseIterable, Sendable {
        case none, partial, full
    }

    /// The declaration of accessibility, which every page names with its conformity.
    package struct Accessibility: Equatable, Sendable {
        package let conformity: Conformity
        package let address: String
    }

    /// Nil for each that the body has not named.
    package private(set) var accessibility: Accessibility?
    /// Who publishes and hosts the portal.
    package private(set) var legal: String?
    /// What is done with data of persons.
    package private(set) var personalData: String?

    /// Of a body that has named none.
    package init() {}

    /// Throws the first field that is misspelt or no https address.
    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        accessibility = try fields.optionalFields("accessibility").map { part throws(JSONFault) in
            var part = part
            let names = Conformity.allCases.map(\.rawValue).joined(separator: ", ")
            guard let conformity = Conformity(rawValue: try part.text("conformity")) else {
                throw part.fault("conformity", "l’un de \(names)", "one of \(names)")
            }
            let address = try part.secureAddress("address")
            try part.finish()
            return Accessibility(conformity: conformity, address: address)
        }
        if fields.has("legal") { legal = try fields.secureAddress("legal") }
        if fields.has("personal_data") { personalData = try fields.secureAddress("personal_data") }
        try fields.finish()
    }

    /// The members of `pages` that are not there.
    package var missing: [String] {
        [
            ("accessibility", accessibility?.address), ("legal", legal),
            ("personal_data", personalData),
        ].filter { $0.1 == nil }.map(\.0)
    }
}

extension JSONFields {
    /// Of a page that anybody opens from anywhere.
    fileprivate mutating func secureAddress(_ name: String) throws(JSONFault) -> String {
        let address = try address(name).text
        guard address.hasPrefix("https://") else {
            throw fault(name, "doit commencer par https://", "must begin with https://")
        }
        return address
    }
}
